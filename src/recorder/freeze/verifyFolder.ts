import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { sha256Of } from '../inputs/sha256Of.ts';
import { EVIDENCE, MANIFEST } from './draftPaths.ts';
import { type CheckedManifest, checkManifest, type ManifestEntry } from './manifest.ts';

/** One thing that is not as it was frozen. */
export interface Touched {
  path: string;
  what: 'changed' | 'missing' | 'added' | 'manifest' | 'original moved or changed';
  detail: string;
}

export interface Verification {
  checked: number;
  touched: Touched[];
  seal: CheckedManifest['seal'];
  header: CheckedManifest['header'];
}

/** A folder without a manifest; the message says so. */
export class NotADraft extends Error {}

/**
 * Compares a draft's evidence with its manifest: every file hashed again, files that the manifest does not know, the
 * chain of the manifest, and its seal when the key is at hand. Throws NotADraft.
 */
export async function verifyFolder(folder: string, key: Uint8Array | undefined): Promise<Verification> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new NotADraft(`${folder} holds no ${MANIFEST}. Give the folder that \`draft\` wrote.`);
  });
  const { header, entries, faults, seal } = checkManifest(text, key);
  const touched: Touched[] = faults.map(detail => ({ path: MANIFEST, what: 'manifest', detail }));
  const known = new Set([MANIFEST]);
  for (const entry of entries) {
    const file = entry.kind === 'artefact' ? entry.path : entry.file;
    if (file !== undefined) known.add(file);
    const finding = await checkEntry(folder, entry);
    if (finding) touched.push(finding);
  }
  for (const file of await filesUnder(folder, EVIDENCE)) {
    if (!known.has(file))
      touched.push({ path: file, what: 'added', detail: 'the manifest does not know this file' });
  }
  return { checked: entries.length, touched, seal, header };
}

async function checkEntry(folder: string, entry: ManifestEntry): Promise<Touched | undefined> {
  if (entry.state === 'referenced') return checkReferenced(entry);
  const path = entry.kind === 'artefact' ? entry.path : String(entry.file);
  const expected = entry.kind === 'artefact' ? entry.sha256 : entry.fileSha256;
  const found = await sha256Of(join(folder, path)).catch(() => undefined);
  if (found === undefined) return { path, what: 'missing', detail: `was frozen with SHA-256 ${expected}` };
  if (found !== expected) return { path, what: 'changed', detail: `SHA-256 is ${found}, was ${expected}` };
  return undefined;
}

/** A referenced original lies outside the folder: that it is gone says nothing about the evidence that was made from it. */
async function checkReferenced({ path, location = '', sha256 }: ManifestEntry): Promise<Touched | undefined> {
  if ((await stat(location).catch(() => undefined)) === undefined) return undefined;
  const found = await sha256Of(location).catch(() => undefined);
  if (found === sha256 || found === undefined) return undefined;
  return {
    path,
    what: 'original moved or changed',
    detail: `SHA-256 of ${location} is ${found}, was ${sha256}`,
  };
}

async function filesUnder(folder: string, below: string): Promise<string[]> {
  const entries = await readdir(join(folder, below), { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
