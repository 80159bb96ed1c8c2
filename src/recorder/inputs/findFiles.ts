import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Original, Skipped } from './input.ts';

export interface Found {
  originals: Original[];
  skipped: Skipped[];
}

/** A path that was asked for and cannot be read; the message says what to do. */
export class UnreadableInput extends Error {}

const slashes = (path: string): string => path.split(sep).join('/');

/**
 * All regular files under the given paths, in name order, each once. One folder gives names relative to it; several
 * paths give names that begin with their last part. Links are followed to files, not into folders, so that no loop
 * can form. Throws UnreadableInput when a path that was asked for does not exist or cannot be opened.
 */
export function findFiles(paths: readonly string[]): Found {
  const found: Found = { originals: [], skipped: [] };
  const seen = new Map<string, string>();
  for (const path of paths) {
    const root = resolve(path);
    if (isFolder(path)) addFolder(root, paths.length > 1 ? basename(root) : '', found, seen);
    else addFile(root, basename(root), found, seen);
  }
  found.originals.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return found;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new UnreadableInput(explain(path, error as NodeJS.ErrnoException));
  }
}

function explain(path: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return `${path}: no such file or folder. Check the spelling.`;
  if (error.code === 'EACCES')
    return `${path}: permission denied. Give yourself read access, or run as a user who has it.`;
  return `${path}: ${error.message}`;
}

function addFolder(root: string, prefix: string, found: Found, seen: Map<string, string>): void {
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const name = (child: string): string => slashes(join(prefix, relative(root, child)));
    try {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const child = join(folder, entry.name);
        if (entry.isDirectory()) folders.push(child);
        else addFile(child, name(child), found, seen);
      }
    } catch (error) {
      if (folder === root) throw new UnreadableInput(explain(root, error as NodeJS.ErrnoException));
      found.skipped.push({ path: `${name(folder)}/`, bytes: 0, why: reasonOf(error) });
    }
  }
}

function addFile(location: string, path: string, found: Found, seen: Map<string, string>): void {
  try {
    const link = lstatSync(location).isSymbolicLink();
    const info = statSync(location);
    if (info.isDirectory())
      return void found.skipped.push({
        path,
        bytes: 0,
        why: 'a link to a folder; give that folder itself to have it read',
      });
    if (!info.isFile())
      return void found.skipped.push({
        path,
        bytes: 0,
        why: 'not a regular file (a pipe, socket or device)',
      });
    const identity = link ? realpathSync(location) : location;
    const other = seen.get(identity);
    if (other !== undefined)
      return void found.skipped.push({ path, bytes: info.size, why: `the same file as ${other}; read once` });
    seen.set(identity, path);
    found.originals.push({ path, location, bytes: info.size, modifiedMs: info.mtimeMs });
  } catch (error) {
    found.skipped.push({ path, bytes: 0, why: reasonOf(error) });
  }
}

/** A file system error in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Record<string, string> = {
    EACCES: 'permission denied',
    ENOENT: 'vanished, or a link that leads nowhere',
    ELOOP: 'links that lead in a circle',
    EIO: 'the disk reports a read error',
    EMFILE: 'too many open files',
  };
  return known[code ?? ''] ?? message;
}
