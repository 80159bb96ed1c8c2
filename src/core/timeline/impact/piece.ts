import type { Micros } from '../../record.ts';
import { bucketStart, gridEnd } from '../grid.ts';
import type { Ground, ProposedMoment } from '../moment.ts';
import type { Mark, Observations } from '../observation.ts';
import type { Shift } from '../shift.ts';

/** A stretch of time in which something was worse, as a witness for the impact. */
export interface ImpactPiece {
  from: Micros;
  /** Undefined when the evidence ends before it does. */
  to: Micros | undefined;
  /** When the evidence of this witness ends. */
  sight: Micros;
  /** 0…1: how much the witness says about what users felt. */
  confidence: number;
  says: string;
  /** What is so once it is over. */
  over: string;
  /** Whether figures show it, rather than words. */
  measured: boolean;
  service: string;
  source: string;
  uncertaintyUs: number | null;
  endUncertaintyUs: number | null;
  /** Key of the moment that shows it, when a rule proposed one. */
  key: string;
  grounds: ProposedMoment['grounds'];
}

/** From the first record that shows it to the last; by the bucket where no record does. */
export function stretch(
  seen: Observations,
  shift: Shift,
  { first, last, sight }: { first?: Mark | undefined; last?: Mark | undefined; sight: Micros },
) {
  const { grid } = seen;
  const end = bucketStart(grid, shift.to);
  const isOver = end <= sight - 2 * grid.step;
  return {
    from: first?.at ?? bucketStart(grid, shift.from),
    to: isOver ? (last?.at ?? end) : undefined,
    sight,
    source: first?.source ?? '',
    uncertaintyUs: first === undefined ? grid.step : first.uncertaintyUs,
    endUncertaintyUs: last === undefined ? grid.step : last.uncertaintyUs,
  };
}

/** When logs and spans end. */
export const toldUntil = ({ told, grid }: Observations): Micros => told?.to ?? gridEnd(grid);

/** What a piece rests on: the query of its series, and the records at its edges. */
export function ground(label: string, marks: readonly (Mark | undefined)[], query: string): Ground {
  const rows = [...new Set(marks.filter(mark => mark !== undefined).map(mark => mark.row))];
  return { label, rows, count: Math.max(1, rows.length), query };
}

/** The first mark within buckets `[from, to)`. */
export const firstMark = (marks: readonly (Mark | null)[], from: number, to: number): Mark | undefined =>
  marks.slice(from, to).find(mark => mark !== null) ?? undefined;

/** The last mark within buckets `[from, to)`. */
export const lastMark = (marks: readonly (Mark | null)[], from: number, to: number): Mark | undefined =>
  marks.slice(from, to).findLast(mark => mark !== null) ?? undefined;
