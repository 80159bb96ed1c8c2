import type { Micros } from '../record.ts';
import { gridEnd } from './grid.ts';
import type { Observations } from './observation.ts';

/** Logs and spans that cover less of the range than this were exported for one incident. */
const NARROW = 0.25;

/** The stretch for which somebody exported logs and spans, where metrics reach much further; undefined otherwise. */
export function exportedStretch({
  told,
  grid,
}: Pick<Observations, 'told' | 'grid'>): { from: Micros; to: Micros } | undefined {
  if (told === undefined || told.to - told.from >= NARROW * (gridEnd(grid) - grid.from)) return undefined;
  return told;
}
