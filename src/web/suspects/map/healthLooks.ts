import type { Health } from '../../../core/traces/judgeHealth.ts';

interface HealthLook {
  /** Says the same as the colour. */
  sign: string;
  text: string;
  border: string;
  /** The token of lines. */
  stroke: string;
  dash?: string;
}

/** How health looks: by sign and border as well as by colour. */
export const HEALTH_LOOKS: Record<Health, HealthLook> = {
  failing: { sign: '✕', text: 'text-error', border: 'border-2 border-error', stroke: '--error' },
  slower: { sign: '▲', text: 'text-warn', border: 'border-2 border-warn', stroke: '--warn' },
  steady: { sign: '●', text: 'text-good', border: 'border-line', stroke: '--faint' },
  answering: { sign: '●', text: 'text-muted', border: 'border-line', stroke: '--faint' },
  few: { sign: '○', text: 'text-muted', border: 'border-line', stroke: '--faint' },
  new: { sign: '+', text: 'text-change', border: 'border-2 border-change', stroke: '--change' },
  silent: {
    sign: '–',
    text: 'text-muted',
    border: 'border-dashed border-faint',
    stroke: '--faint',
    dash: '4 4',
  },
};
