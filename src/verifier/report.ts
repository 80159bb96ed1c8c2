/** What is wrong with an entry, or from an entry on. */
export type FaultKind =
  | 'unreadable'
  | 'not canonical'
  | 'changed entry'
  | 'changed value'
  | 'missing entry'
  | 'entry stands twice'
  | 'other entry'
  | 'other history'
  | 'forged checkpoint'
  | 'forged key'
  | 'cut off';

export interface Fault {
  /** The first entry that is not as it was: counted from 0. */
  index: number;
  /** Given when only the stretch is known: the first bad entry is one of [index, before). */
  before?: number;
  kind: FaultKind;
  /** For people: what was found, and what it means. */
  detail: string;
}

/** Where the key that checked the signatures came from. */
export type KeySource = 'given' | 'the export itself';

export interface ExportReport {
  /** Entries read. */
  entries: number;
  /** Some entries of the log, each with a proof of its own; others may be left out. */
  isSelection: boolean;
  /** How many leading entries of the log are proven: by checkpoints in the export, and by those from outside. */
  proven: { inside: number; outside: number };
  /** Erasable values that are no longer there; erasing is allowed, and leaves the entry proven. */
  erased: number;
  origin: string;
  key: { text: string; source: KeySource };
  /** Keys that signed the log, in their order: the trusted one, and those that it leads to. */
  keys: readonly { text: string; from: number }[];
  /** In the order in which they were found; the first ones of many. */
  faults: readonly Fault[];
  faultCount: number;
  /** The fault with the lowest index, forged checkpoints and keys last; undefined when nothing is wrong. */
  firstBad: Fault | undefined;
}
