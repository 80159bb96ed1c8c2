/** The first line of an export: what it is signed as, and by whom. */
export interface Header {
  /** Over the whole log, also where only some entries follow. */
  checkpoint: string;
  publicKey: string;
  /** The log's handovers from one key to the next. */
  rotations: readonly string[];
  /** Not all entries follow, but each has its proof. */
  isSelection: boolean;
  /** Of a selection: a checkpoint that was written outside, and the proof that the log only grew since. */
  earlier?: { checkpoint: string; proof: readonly string[] } | undefined;
}

const WHOLE = 'afterword-audit-export/1';
const SELECTION = 'afterword-audit-selection/1';

/** Reads a header, or undefined when the fields are not those of one. */
export function parseHeader({
  format,
  checkpoint,
  publicKey,
  rotations = [],
  earlier,
}: Record<string, unknown>): Header | undefined {
  if (typeof checkpoint !== 'string' || typeof publicKey !== 'string' || !isTexts(rotations))
    return undefined;
  const header = { checkpoint, publicKey, rotations };
  if (format === WHOLE) return { ...header, isSelection: false };
  if (format !== SELECTION) return undefined;
  return { ...header, isSelection: true, earlier: isEarlier(earlier) ? earlier : undefined };
}

function isEarlier(value: unknown): value is NonNullable<Header['earlier']> {
  if (typeof value !== 'object' || value === null) return false;
  const { checkpoint, proof } = value as Record<string, unknown>;
  return typeof checkpoint === 'string' && isTexts(proof);
}

/** Whether a value is a list of texts, as hashes and notes are written. */
export const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(hash => typeof hash === 'string');
