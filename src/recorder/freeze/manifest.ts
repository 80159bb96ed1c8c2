/**
 * The manifest: one JSON line for each frozen thing, each line holding the hash of the line before, so that none can be
 * changed, removed, added or moved without every later hash changing. The last line seals the chain with a keyed hash.
 */
import { createHash, createHmac } from 'node:crypto';
import { derivedKey } from './sealKey.ts';

/** What every line says of the thing it stands for. */
export interface ManifestEntry {
  /** original: a file as found · artefact: something made from the originals (records, replacements, bundle) */
  kind: 'original' | 'artefact';
  /** Of an original: its name where it was found. Of an artefact: its path in the folder. */
  path: string;
  /** Of the original's, or the artefact's, bytes. */
  sha256: string;
  bytes: number;
  /** Of an original: sealed in `file`, or left where it was. */
  state?: 'sealed' | 'referenced';
  /** The sealed file's path in the folder, and its hash. */
  file?: string;
  fileSha256?: string;
  /** Of a referenced original: where it lay. */
  location?: string;
  modifiedAt?: string;
  /** Reader name and version → records read from it (with the entries of an archive counted in). */
  readers?: Record<string, number>;
  from?: string;
  to?: string;
}

export interface ManifestHeader {
  format: 'afterword/manifest';
  version: 1;
  /** Who froze it, on which machine, when, and with what. */
  collectedBy: string;
  host: string;
  collectedAt: string;
  collector: string;
}

const ROOT = '0'.repeat(64);

/** The hash of a line: SHA-256 over its JSON without `hash`. */
export function lineHash(line: Record<string, unknown>): string {
  const { hash: _, ...rest } = line;
  return createHash('sha256').update(JSON.stringify(rest)).digest('hex');
}

/** The keyed hash that closes a chain whose last hash is `head`. */
export function chainSeal(key: Uint8Array, head: string): string {
  return createHmac('sha256', derivedKey(key, 'afterword manifest')).update(head).digest('hex');
}

/** The manifest's text. */
export function writeManifest(
  header: ManifestHeader,
  entries: readonly ManifestEntry[],
  key: Uint8Array,
): string {
  const lines: string[] = [];
  let prev = ROOT;
  const push = (content: object): void => {
    const line = { n: lines.length, prev, ...content };
    prev = lineHash(line);
    lines.push(JSON.stringify({ ...line, hash: prev }));
  };
  push(header);
  for (const entry of entries) push(entry);
  push({ sealed: entries.length, hmac: chainSeal(key, prev) });
  return `${lines.join('\n')}\n`;
}

export interface CheckedManifest {
  header: ManifestHeader | undefined;
  entries: ManifestEntry[];
  /** What is wrong with the chain itself, in words; the first is where it breaks. */
  faults: string[];
  /** Whether the chain's end was proved with the key: no key, no proof. */
  seal: 'proved' | 'not checked' | 'broken' | 'missing';
}

/** Reads a manifest and checks its chain. Never throws. */
export function checkManifest(text: string, key: Uint8Array | undefined): CheckedManifest {
  const checked: CheckedManifest = { header: undefined, entries: [], faults: [], seal: 'missing' };
  let prev = ROOT;
  for (const [n, raw] of text.split('\n').slice(0, -1).entries()) {
    const line = parseLine(raw);
    if (line === undefined) {
      checked.faults.push(`manifest line ${n + 1} is not JSON`);
      continue;
    }
    if (line.n !== n || line.prev !== prev || line.hash !== lineHash(line))
      checked.faults.push(
        `manifest line ${n + 1} (${nameOf(line)}) was changed, or a line before it was added, removed or moved`,
      );
    if ('hmac' in line) checked.seal = judgeSeal(line.hmac as string, key, prev);
    else if (n === 0) checked.header = line as unknown as ManifestHeader;
    else checked.entries.push(line as unknown as ManifestEntry);
    prev = String(line.hash);
  }
  if (!text.endsWith('\n')) checked.faults.push('the manifest ends in the middle of a line');
  if (checked.seal === 'missing') checked.faults.push('the manifest has no closing line: its end is missing');
  if (checked.seal === 'broken')
    checked.faults.push(
      'the closing seal does not fit: the manifest was made again without the key, or this is another key',
    );
  return checked;
}

function judgeSeal(hmac: string, key: Uint8Array | undefined, head: string): CheckedManifest['seal'] {
  if (key === undefined) return 'not checked';
  return chainSeal(key, head) === hmac ? 'proved' : 'broken';
}

const nameOf = (line: Record<string, unknown>): string =>
  String(line.path ?? (line.n === 0 ? 'header' : 'closing line'));

function parseLine(raw: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
