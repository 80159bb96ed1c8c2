import { resolve } from 'node:path';
import type { Configuration } from '../../server/configuration.ts';
import { secretFiles } from '../../server/openPlatform.ts';
import { type Archive, openArchive } from '../../server/platform/backup/archive/readArchive.ts';
import { type RestoreReport, restore as restoreArchive } from '../../server/platform/backup/restore.ts';
import { secretMark } from '../../server/platform/backup/secrets.ts';
import { deriveKeysFrom, readSecret } from '../../server/platform/secret.ts';
import { EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { recordCommand } from './recordCommand.ts';
import { withConfiguration } from './withConfiguration.ts';
import { withStorage } from './withStorage.ts';

export interface RestoreCommandOptions {
  force?: boolean;
  json?: boolean;
}

/** `afterword restore FILE`: checks all of a back-up, and only then makes everything of it again. */
export async function restore(
  world: World,
  file: string,
  { force, json }: RestoreCommandOptions,
): Promise<number> {
  const archive = await withConfiguration(world, ({ AFTERWORD_BACKUP_KEY: passphrase }) =>
    openArchive(resolve(file), passphrase),
  );
  return withStorage(world, 'own', async ({ configuration, storage }) => {
    const { connection, objects } = storage;
    const target = { connection, objects, secretFiles: secretFiles(configuration) };
    const report = await restoreArchive(archive, target, { ifNotEmpty: force ? 'replace' : 'refuse' });
    const { createdAt } = archive.header;
    await recordCommand(world, storage, {
      operation: 'backup.restore',
      kind: 'change',
      after: { createdAt },
    });
    const advice = await adviseOnSecrets(configuration, archive);
    world.stdout.write(json ? `${JSON.stringify(report)}\n` : describe(archive, report, advice));
    return report.lost.length > 0 ? EXIT.findings : EXIT.done;
  });
}

/** Undefined when the server will have the secret that the back-up was made with. */
async function adviseOnSecrets(
  configuration: Configuration,
  { database }: Archive,
): Promise<string | undefined> {
  const { secret } = secretFiles(configuration);
  const known = configuration.AFTERWORD_SECRET ?? (await readSecret(secret));
  if (known !== undefined && secretMark(deriveKeysFrom(known)) === database.secretMark) return undefined;
  return `The secret of the server that made the back-up is not here. Without it sealed originals stay closed, and everybody must sign in again: set AFTERWORD_SECRET to it, or put its file at ${secret}, before you start the server.`;
}

function describe({ header }: Archive, report: RestoreReport, advice: string | undefined): string {
  const { rows, objects, jobs, auditSize, migrated, lost } = report;
  return [
    `Restored as of ${header.createdAt}: ${rows} rows, ${objects} objects, ${jobs} jobs, ${auditSize} entries of the audit log.`,
    ...(migrated.length > 0 ? [`Brought to this version’s schema: ${migrated.join(', ')}.`] : []),
    ...(advice ? [advice] : []),
    'Checkpoints that were signed outside after the back-up show that the log went back: keep them, and give AFTERWORD_CHECKPOINTS an empty folder.',
    ...(lost.length > 0
      ? [`${lost.length} objects were not in the back-up:`, ...lost.map(key => `  ${key}`)]
      : []),
    '',
  ].join('\n');
}
