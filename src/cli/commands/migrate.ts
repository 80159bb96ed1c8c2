import { migrate as applyMigrations } from '../../server/platform/db/migrate.ts';
import { EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { withStorage } from './withStorage.ts';

/** `afterword migrate`: brings the database to this version's schema, as `serve` does at its start. */
export const migrate = (world: World): Promise<number> =>
  withStorage(world, 'join', async ({ storage: { pool } }) => {
    const applied = await applyMigrations(pool);
    world.stdout.write(
      applied.length === 0
        ? 'The database is at the newest schema already.\n'
        : `Applied: ${applied.join(', ')}\n`,
    );
    return EXIT.done;
  });
