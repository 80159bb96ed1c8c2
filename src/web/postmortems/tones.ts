import type { Support } from '../../core/findings/finding.ts';
import type { PostmortemState } from '../../core/lifecycle/postmortem.ts';
import type { Tone } from '../ui/Badge.tsx';

/** How sure what a finding rests on looks, where nothing is objected to it. */
export const SUPPORT_TONE: Readonly<Record<Support, Tone>> = {
  cited: 'good',
  inferred: 'accent',
  disputed: 'warn',
  unknown: 'warn',
};

/** How loud a state looks. */
export const STATE_TONE: Readonly<Record<PostmortemState, Tone>> = {
  draft: 'warn',
  ready: 'good',
  withdrawn: 'neutral',
};
