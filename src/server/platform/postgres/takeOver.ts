import type { Log } from './log.ts';
import { disownPidFile, endProcess, isPostmasterOf, readPostmaster } from './postmaster.ts';
import { clearSocketFolder, removeSocketFolder } from './socketFolder.ts';

/**
 * Clears the way for a new PostgreSQL on a cluster: ends one that a killed server left running, and removes its socket.
 * All is ours to end, because we hold the data folder's lock and run none ourselves at this moment. What was committed
 * is safe: PostgreSQL is asked to end, or reads its log again.
 */
export async function takeOver(clusterFolder: string, socketFolder: string, log: Log): Promise<void> {
  const left = await readPostmaster(clusterFolder);
  if (left && (await isPostmasterOf(left.pid, clusterFolder))) {
    log.warn(
      { component: 'postgres', pid: left.pid },
      'ending the PostgreSQL that a killed server left running',
    );
    await endProcess(left.pid, () => isPostmasterOf(left.pid, clusterFolder));
  }
  await disownPidFile(clusterFolder);
  await clearSocketFolder(socketFolder);
  if (left && left.socketFolder !== socketFolder) await removeSocketFolder(left.socketFolder);
}
