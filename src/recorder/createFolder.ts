import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder with those above it, unless it is there; gives the topmost that was made. `mkdir` could do it itself, but
 * never returns where the system answers "not there" to a folder whose parent is there, as below /proc.
 *
 * @param mode permissions of what is made, less the umask
 * @throws what the system says of the folder that cannot be made; `path` is that folder
 */
export async function createFolder(folder: string, mode = 0o700): Promise<string | undefined> {
  const path = resolve(folder);
  try {
    return await makeOne(path, mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const first = await createFolder(dirname(path), mode);
    const made = await makeOne(path, mode);
    return first ?? made;
  }
}

async function makeOne(path: string, mode: number): Promise<string | undefined> {
  try {
    await mkdir(path, { mode });
    return path;
  } catch (error) {
    if (await isFolder(path)) return undefined;
    throw error;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    found => found.isDirectory(),
    () => false,
  );
