import type { Micros } from '../../core/record.ts';
import type { TimeContext } from '../readers/reader.ts';

/** A file, or a range of a large one, that one worker reads from beginning to end. */
export interface Segment {
  id: number;
  /** Index of the file in the plan. */
  file: number;
  path: string;
  location: string;
  /** Byte range; lines that start in it belong to it. */
  start: number;
  end: number;
  /** Names of the readers to try, the one that fits most lines first; a single name for documents. */
  readers: string[];
  time: TimeContext;
}

/** What came of a segment. Notes count what a person should know, by sentence. */
export interface SegmentResult {
  id: number;
  file: number;
  readers: Record<string, number>;
  records: number;
  lines: number;
  folded: number;
  withoutTime: number;
  from: Micros | null;
  to: Micros | null;
  notes: Record<string, number>;
}

/** An empty result, to be filled. */
export function emptyResult({ id, file }: Segment): SegmentResult {
  return {
    id,
    file,
    readers: {},
    records: 0,
    lines: 0,
    folded: 0,
    withoutTime: 0,
    from: null,
    to: null,
    notes: {},
  };
}

/** Counts one occurrence of a note. */
export function note(result: SegmentResult, sentence: string): void {
  result.notes[sentence] = (result.notes[sentence] ?? 0) + 1;
}
