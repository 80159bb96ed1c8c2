import { canonicalForm } from './canonicalForm.ts';
import { type Header, isTexts, parseHeader } from './parseHeader.ts';
import type { Line } from './readLines.ts';

type Fields = Record<string, unknown>;

/** An entry as the export states it. */
export interface StatedEntry {
  index: number;
  /** The leaf's hash, base64url. */
  hash: string;
  leaf: Fields & { commitments: Record<string, string> };
  /** What opens the leaf's commitments, by name; one that was erased is not there. */
  openings: Record<string, Fields>;
  /** That it is in the log, lowest hash first; in a selection only. */
  proof?: readonly string[];
}

/** What a line holds. A line whose text is not the canonical one may read differently to others. */
export type ParsedLine = { isCanonical: boolean } & (
  | { kind: 'entry'; entry: StatedEntry }
  | { kind: 'checkpoint'; note: string }
  | { kind: 'header'; header: Header }
  | { kind: 'unreadable' }
);

/** Reads a line of an export. */
export function parseLine(line: Line): ParsedLine {
  const parsed = parse(line);
  if (!parsed) return { kind: 'unreadable', isCanonical: false };
  const { value, isCanonical } = parsed;
  const header = parseHeader(value);
  if (header) return { kind: 'header', header, isCanonical };
  if (typeof value.checkpoint === 'string')
    return { kind: 'checkpoint', note: value.checkpoint, isCanonical };
  return isEntry(value) ? { kind: 'entry', entry: value, isCanonical } : { kind: 'unreadable', isCanonical };
}

/** Undefined when it is no JSON object, or one too deep for anything that we ever wrote. */
function parse(line: Line): { value: Fields; isCanonical: boolean } | undefined {
  try {
    const value: unknown = JSON.parse(line ?? '');
    return isFields(value) ? { value, isCanonical: canonicalForm(value) === line } : undefined;
  } catch {
    return undefined;
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isEntry(value: Fields): value is Fields & StatedEntry {
  const { index, hash, leaf, openings, proof = [], ...others } = value;
  return (
    Number.isSafeInteger(index) &&
    typeof hash === 'string' &&
    isFields(leaf) &&
    isFields(leaf.commitments) &&
    Object.values(leaf.commitments).every(commitment => typeof commitment === 'string') &&
    isTexts(proof) &&
    isFields(openings) &&
    Object.values(openings).every(isFields) &&
    Object.keys(others).length === 0
  );
}
