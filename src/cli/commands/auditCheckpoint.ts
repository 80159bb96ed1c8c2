import { openAudit } from '../../server/openPlatform.ts';
import { writeCheckpoint } from '../../server/platform/audit/checkpoint/writeCheckpoint.ts';
import { drainQueue } from '../../server/platform/audit/drainQueue.ts';
import { EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { withStorage } from './withStorage.ts';

/** `afterword audit checkpoint`: signs the log as it is now, outside the data folder. */
export const auditCheckpoint = (world: World): Promise<number> =>
  withStorage(world, 'join', async ({ configuration, storage }) => {
    const { db } = storage;
    await drainQueue(db);
    const { key, checkpoints } = await openAudit(configuration, storage);
    const written = await writeCheckpoint(db, { key, folder: checkpoints });
    world.stdout.write(
      written
        ? `Signed: ${written.size} entries, in ${configuration.AFTERWORD_CHECKPOINTS}\n`
        : 'The log has not grown since its newest checkpoint.\n',
    );
    return EXIT.done;
  });
