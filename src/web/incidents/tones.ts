import type { Tone } from '../ui/Badge.tsx';

/** How loud a severity and a state look. */
export const SEVERITY_TONE: Record<string, Tone> = {
  sev1: 'error',
  sev2: 'error',
  sev3: 'warn',
  sev4: 'neutral',
  sev5: 'neutral',
};

export const STATE_TONE: Record<string, Tone> = {
  declared: 'error',
  acknowledged: 'warn',
  mitigated: 'accent',
  restored: 'good',
  closed: 'neutral',
};
