import type { PostmortemState } from '../../core/lifecycle/postmortem.ts';
import type { Tone } from '../ui/Badge.tsx';

/** How loud a state looks. */
export const STATE_TONE: Readonly<Record<PostmortemState, Tone>> = {
  draft: 'warn',
  ready: 'good',
  withdrawn: 'neutral',
};
