import type { ReactNode } from 'react';
import { cx } from './cx.ts';

const TONES = {
  neutral: 'border-line text-muted',
  accent: 'border-transparent bg-accent-soft text-accent',
  error: 'border-current text-error',
  warn: 'border-current text-warn',
  good: 'border-current text-good',
} as const;

export type Tone = keyof typeof TONES;

/** A word about a state. Its meaning is in the word, never in the colour alone. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 whitespace-nowrap rounded-full border px-2 text-xs font-medium leading-5',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
