import type { ActionState } from '../../core/lifecycle/action.ts';
import type { Priority } from '../../core/lifecycle/priority.ts';
import type { Tone } from '../ui/Badge.tsx';

/** How loud a priority and a state look. */
export const PRIORITY_TONE: Record<Priority, Tone> = {
  p1: 'error',
  p2: 'warn',
  p3: 'neutral',
  p4: 'neutral',
};

export const STATE_TONE: Record<ActionState, Tone> = {
  open: 'neutral',
  'in-progress': 'accent',
  done: 'warn',
  verified: 'good',
  cancelled: 'neutral',
};
