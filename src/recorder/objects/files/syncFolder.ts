import { open } from 'node:fs/promises';

/** Makes the entries of a folder (what was made, renamed or removed in it) survive a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
