import { StorageUnavailable } from '../objectStore.ts';

/** What the file system's refusals mean to the person who runs the server. */
const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full; free some space there, nothing else needs to be done',
  EDQUOT: 'the disk quota is used up; free some space or raise it',
  EROFS: 'the file system is read-only; mount it for writing',
  EACCES: 'permission denied; the folder must belong to the user that runs the server',
  EPERM: 'permission denied; the folder must belong to the user that runs the server',
  EIO: 'the disk reports an error; look at the machine',
  EMFILE: 'too many open files; raise the limit (ulimit -n)',
  ENFILE: 'too many open files on this machine; raise the limit',
  ENOTDIR: 'it is not a folder; move what is in its place',
};

/**
 * Does work on the disk below `folder`; what the file system refuses becomes StorageUnavailable. Other errors (no such
 * file, the caller's own) pass as they are.
 */
export async function onDisk<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw new StorageUnavailable(`${folder}: ${reason}`, { cause: error });
  }
}
