import type { Log } from './log.ts';
import { disownPidFile, endPostmaster, isPostmasterOf, readPostmaster } from './postmaster.ts';
import { removeSocketFolder } from './socketFolder.ts';

/**
 * Clears away what a killed server left behind: its PostgreSQL, which outlives it, and its socket. Both are ours to end
 * once we hold the data folder's lock. What was committed is safe: PostgreSQL is asked to end, or reads its log again.
 */
export async function takeOver(clusterFolder: string, log: Log): Promise<void> {
  const left = await readPostmaster(clusterFolder);
  if (!left) return;
  if (await isPostmasterOf(left.pid, clusterFolder)) {
    log.warn(
      { component: 'postgres', pid: left.pid },
      'ending the PostgreSQL that a killed server left running',
    );
    await endPostmaster(left.pid, clusterFolder);
  }
  await disownPidFile(clusterFolder);
  await removeSocketFolder(left.socketFolder);
}
