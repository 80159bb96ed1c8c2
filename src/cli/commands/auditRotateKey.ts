import type { Configuration } from '../../server/configuration.ts';
import { openAudit, secretFiles } from '../../server/openPlatform.ts';
import type { Storage } from '../../server/openStorage.ts';
import { rotateKey } from '../../server/platform/audit/checkpoint/rotateKey.ts';
import { BadSigningKey, readOrMakeSigningKey } from '../../server/platform/audit/checkpoint/signingKey.ts';
import { writeCheckpoint } from '../../server/platform/audit/checkpoint/writeCheckpoint.ts';
import { drainQueue } from '../../server/platform/audit/drainQueue.ts';
import { findLivingServer } from '../../server/platform/backup/database/emptyDatabase.ts';
import { migrate } from '../../server/platform/db/migrate.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { OPERATOR } from './recordCommand.ts';
import { withStorage } from './withStorage.ts';

/**
 * `afterword audit rotate-key`: hands the log over to a new key, on record and signed by both. No server may run: it would
 * go on with the older one. What was broken off is ended when it is run again.
 */
export const auditRotateKey = (world: World, { json }: { json?: boolean }): Promise<number> =>
  withStorage(world, 'own', async ({ configuration, storage }) => {
    const { db, pool } = storage;
    await migrate(pool);
    if (await findLivingServer(pool))
      throw new CommandFailed(
        'A server works with this database. Stop every server of it first, wait half a minute, and try again.',
      );
    const file = secretFiles(configuration)['audit.key'];
    await drainQueue(db);
    await signLast(configuration, storage);
    const by = { actor: OPERATOR, at: world.now().toISOString() };
    const { from, to, size } = await rotateKey(db, { key: await readOrMakeSigningKey(file), file, by });
    await drainQueue(db);
    const { key, checkpoints } = await openAudit(configuration, storage);
    await writeCheckpoint(db, { key, folder: checkpoints });
    world.stdout.write(json ? `${JSON.stringify({ from, to, size })}\n` : describe({ from, to, size, file }));
    return EXIT.done;
  });

/** What the older key can still vouch for, it signs; where its file is the older one's still, but no more, that was done. */
async function signLast(configuration: Configuration, storage: Storage): Promise<void> {
  try {
    const { key, checkpoints } = await openAudit(configuration, storage);
    await writeCheckpoint(storage.db, { key, folder: checkpoints });
  } catch (error) {
    if (!(error instanceof BadSigningKey)) throw error;
  }
}

const describe = ({ from, to, size, file }: { from: string; to: string; size: number; file: string }) =>
  [
    `From its entry ${size} on, the audit log is signed by another key.`,
    `  until now  ${from}`,
    `  from now   ${to}`,
    `It stands in ${file}: keep a copy elsewhere, and give it to every other server of this database before they start.`,
    'Auditors who know the key before follow the handover by themselves.',
    '',
  ].join('\n');
