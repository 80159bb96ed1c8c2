import { constants } from 'node:fs';
import { access, chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolder } from '../../../recorder/createFolder.ts';
import type { Account } from './account.ts';
import { PostgresUnavailable } from './postgresUnavailable.ts';

/** Makes the data folder; throws `PostgresUnavailable` when it is another user's. */
export async function openDataFolder(dataFolder: string): Promise<void> {
  await createFolder(dataFolder);
  await access(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => refuse(dataFolder));
}

/**
 * Makes the database's folder in the data folder. The account that runs the database may pass through, but the folder
 * stays ours: what root writes in it cannot be led elsewhere by a link that the account has put there.
 */
export async function openHome(dataFolder: string, account: Account | undefined): Promise<void> {
  const home = join(dataFolder, 'postgres');
  await mkdir(home, { recursive: true, mode: 0o700 });
  const { uid } = await stat(home);
  if (uid !== process.getuid?.()) await refuse(home);
  if (account) await chmod(home, 0o711);
}

async function refuse(folder: string): Promise<never> {
  const { uid } = await stat(folder);
  throw new PostgresUnavailable(
    `The folder ${folder} belongs to user ${uid}, and this server runs as user ${process.getuid?.()}. ` +
      'Start it as that user, or give the folder to yours: chown -R.',
  );
}
