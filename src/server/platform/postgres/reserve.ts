import { randomBytes } from 'node:crypto';
import { open, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

const MIB = 1024 * 1024;

/** Kept back for PostgreSQL: room to read its log again and to begin a few new pieces of it. */
export const RESERVE_BYTES = 32 * MIB;

/** Bytes that may still be written to the disk of a folder, by users who are not root. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Whether there is a reserve in the database's folder. */
export async function hasReserve(home: string): Promise<boolean> {
  return (await stat(reserveFile(home)).catch(() => undefined)) !== undefined;
}

/** Takes the reserve. The bytes are random, so that a file system that compresses really gives the room. */
export async function takeReserve(home: string): Promise<void> {
  const handle = await open(reserveFile(home), 'wx', 0o600);
  try {
    for (let written = 0; written < RESERVE_BYTES; written += MIB) await handle.write(randomBytes(MIB));
  } catch {
    await giveReserve(home);
  } finally {
    await handle.close();
  }
}

/** Gives the reserve to whoever needs it now; false when there is none. */
export async function giveReserve(home: string): Promise<boolean> {
  if (!(await hasReserve(home))) return false;
  await rm(reserveFile(home), { force: true });
  return true;
}

const reserveFile = (home: string): string => join(home, 'reserve');
