import type { KeyTerm } from './followKeys.ts';
import type { Checkpoint } from './openCheckpoint.ts';
import type { Rotation } from './openRotation.ts';
import type { ParsedLine } from './parseLine.ts';
import type { Fault } from './report.ts';

/** What is known before the first entry. */
export interface WalkStart {
  /** In their order, at least one. */
  keys: readonly KeyTerm[];
  /** The handovers between them: each is in the log, and says what the log was. */
  rotations: readonly Rotation[];
  /** The checkpoint that the export was signed with; undefined when that signature is worth nothing. */
  inside: Checkpoint | undefined;
  /** In order of size. */
  outside: readonly Checkpoint[];
  /** The hash that was kept outside for an entry, as far as it can be believed. Asked with rising indexes. */
  outsideHashAt: (index: number) => Promise<Uint8Array | undefined>;
  note: (fault: Fault) => void;
}

/** Compares line after line with all that is known. */
export interface Walk {
  /** Takes the next line; false when the lines after it can tell nothing more. */
  take(line: ParsedLine): Promise<boolean>;
  /** After the last line: what must have come and did not. */
  finish(): void;
  counts: { entries: number; erased: number; proven: { inside: number; outside: number } };
}

export const startCounts = (): Walk['counts'] => ({
  entries: 0,
  erased: 0,
  proven: { inside: 0, outside: 0 },
});

/** What both walks say of a line that says more, or less, than it should. */
export const LINE_FAULTS = {
  unreadable: { kind: 'unreadable', detail: 'the line in its place is not an entry' },
  notCanonical: {
    kind: 'not canonical',
    detail: 'its line is not canonical JSON: other programs may read it differently',
  },
  notKeptOutside: { kind: 'other entry', detail: 'it is not the one whose hash was kept outside' },
} as const satisfies Record<string, Omit<Fault, 'index'>>;
