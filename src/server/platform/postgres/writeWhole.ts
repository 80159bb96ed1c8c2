import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a file of the cluster, which the account that runs PostgreSQL owns and must read. It never leaves an emptied file
 * when the disk is full, and does not follow a link that the account may have put where root is about to write.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return;
  const fresh = `${path}.new`;
  await rm(fresh, { force: true });
  await writeFile(fresh, text, { mode: 0o644, flag: 'wx' });
  await rename(fresh, path);
}
