import type { Bundle } from '../bundle.ts';
import { BODIES } from '../markdown/bodies.ts';
import { coverageTable } from '../markdown/evidence.ts';

/** What the draft can put into a section, by the name that templates use. */
export const FILLS = {
  ...BODIES,
  sources: coverageTable,
} as const satisfies Record<string, (bundle: Bundle) => string>;

export type Fill = keyof typeof FILLS;
