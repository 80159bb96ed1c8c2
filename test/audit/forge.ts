import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '../../src/server/platform/audit/canonicalJson.ts';
import { signCheckpoint } from '../../src/server/platform/audit/checkpoint/checkpoint.ts';
import type { SigningKey } from '../../src/server/platform/audit/checkpoint/signingKey.ts';
import { naiveLeafHash, naiveRoot } from '../harness/naiveTree.ts';

/** An entry as it stands in an export. */
export interface Entry {
  hash: string;
  index: number;
  leaf: { operation: string; commitments: Record<string, string>; [field: string]: unknown };
  openings: Record<string, { salt: string; value: unknown }>;
}

/** An export taken apart. */
export interface Taken {
  lines: string[];
  entries: Entry[];
  /** Line numbers of the entries. */
  lineOf(index: number): number;
}

/** Takes an export apart, to be tampered with. */
export function takeApart(text: string): Taken {
  const lines = text.trimEnd().split('\n');
  const places = lines.flatMap((line, place) => (line.startsWith('{"hash"') ? [place] : []));
  return {
    lines,
    entries: places.map(place => JSON.parse(lines[place]!)),
    lineOf: index => places[index]!,
  };
}

/** An export's text from its lines. */
export const putTogether = (lines: readonly string[]): string => lines.map(line => `${line}\n`).join('');

/** The entry with another leaf, and the hash that goes with it. */
export function withLeaf(entry: Entry, leaf: Entry['leaf']): Entry {
  return { ...entry, leaf, hash: naiveLeafHash(canonicalJson(leaf)).toString('base64url') };
}

/** A made-up entry that is in itself without fault. */
export function madeUp(entry: Entry): Entry {
  const opening = { salt: randomBytes(32).toString('base64url'), value: 'made up' };
  const input = createHash('sha256').update(canonicalJson(opening)).digest('base64url');
  return { ...withLeaf(entry, { ...entry.leaf, commitments: { input } }), openings: { input: opening } };
}

/** What whoever holds the key can make: an export of these entries, counted and signed anew. */
export function makeAgain(entries: readonly Entry[], key: SigningKey): string {
  const hashes = entries.map(({ hash }) => Buffer.from(hash, 'base64url'));
  const sign = (size: number): string =>
    signCheckpoint({ size, root: naiveRoot(hashes.slice(0, size)) }, key);
  const header = {
    format: 'afterword-audit-export/1',
    publicKey: key.publicKey,
    checkpoint: sign(entries.length),
  };
  const lines = entries.flatMap((entry, index) => [
    canonicalJson({ ...entry, index }),
    ...(index % 50 === 49 ? [canonicalJson({ checkpoint: sign(index + 1) })] : []),
  ]);
  return putTogether([canonicalJson(header), ...lines]);
}
