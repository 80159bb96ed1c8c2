/** The first line of an export: what it is signed as, and by whom. */
export interface Header {
  /** Over the whole log, also where only some entries follow. */
  checkpoint: string;
  publicKey: string;
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
  earlier,
}: Record<string, unknown>): Header | undefined {
  if (typeof checkpoint !== 'string' || typeof publicKey !== 'string') return undefined;
  if (format === WHOLE) return { checkpoint, publicKey, isSelection: false };
  if (format !== SELECTION) return undefined;
  return { checkpoint, publicKey, isSelection: true, earlier: isEarlier(earlier) ? earlier : undefined };
}

function isEarlier(value: unknown): value is NonNullable<Header['earlier']> {
  if (typeof value !== 'object' || value === null) return false;
  const { checkpoint, proof } = value as Record<string, unknown>;
  return typeof checkpoint === 'string' && isHashes(proof);
}

/** Whether a value is a list of texts, as hashes are written. */
export const isHashes = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(hash => typeof hash === 'string');
