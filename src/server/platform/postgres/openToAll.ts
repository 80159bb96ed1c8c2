import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Lets every user read a folder and all in it, and run what stands in a `bin`; only the owner may write. */
export async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    await chmod(
      join(entry.parentPath, entry.name),
      entry.isDirectory() || isProgram(entry.name) ? 0o755 : 0o644,
    );
  }
}

/** Programs have no extension; libraries need not be executable to be loaded. */
const isProgram = (name: string): boolean => !name.includes('.');
