import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from './cli.ts';
import { createTestDatabase } from './postgres.ts';

/** Commands with a database and folders of their own. */
export interface CliOnDatabase {
  folder: string;
  run(...args: string[]): ReturnType<typeof cli>;
  close(): Promise<void>;
}

/** Makes a migrated database and an empty folder, in which `run` keeps data, checkpoints and the key. */
export async function startCliOnDatabase(environment: Record<string, string> = {}): Promise<CliOnDatabase> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'afterword-cli-'));
  return {
    folder,
    run: (...args) =>
      cli(args, {
        keyFile: join(folder, 'key'),
        environment: {
          DATABASE_URL: database.url,
          AFTERWORD_DATA: join(folder, 'data'),
          AFTERWORD_CHECKPOINTS: join(folder, 'checkpoints'),
          ...environment,
        },
      }),
    async close() {
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
