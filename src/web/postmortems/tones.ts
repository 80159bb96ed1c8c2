import type { Tone } from '../ui/Badge.tsx';

/** How loud a state looks. */
export const STATE_TONE: Record<string, Tone> = { draft: 'warn', ready: 'good', withdrawn: 'neutral' };
