import { parseInstant } from '../../core/instant.ts';
import type { Stretch } from '../../recorder/spans/stretch.ts';

/** The stretch that is asked about, in microseconds. */
export function toStretch(asked: Partial<Record<'from' | 'to' | 'beforeFrom', string | undefined>>): Stretch {
  const micros = (at: string | undefined): number | undefined => (at === undefined ? at : parseInstant(at));
  return { from: micros(asked.from), to: micros(asked.to), beforeFrom: micros(asked.beforeFrom) };
}
