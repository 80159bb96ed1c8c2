import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes the files of a folder that were last written before `before`. Returns how many. */
export async function sweepFolder(folder: string, before: Date): Promise<number> {
  let swept = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // Another process may have been first.
    const info = await stat(path).catch(() => undefined);
    if (info === undefined || !info.isFile() || info.mtime >= before) continue;
    await rm(path, { force: true });
    swept++;
  }
  return swept;
}
