import { resolve } from 'node:path';
import { openKeys, readSecrets } from '../../server/openPlatform.ts';
import { type BackupReport, backUp } from '../../server/platform/backup/backUp.ts';
import { secretMark } from '../../server/platform/backup/secrets.ts';
import { readApplied } from '../../server/platform/db/migrate.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { recordCommand } from './recordCommand.ts';
import { withStorage } from './withStorage.ts';

export interface BackupCommandOptions {
  withSecrets?: boolean;
  json?: boolean;
}

/**
 * `afterword backup FILE`: everything as it is at one instant, while the server works on. Exit code 1 when objects that
 * rows refer to are missing or damaged: all else is in the file.
 */
export const backup = (
  world: World,
  file: string,
  { withSecrets, json }: BackupCommandOptions,
): Promise<number> =>
  withStorage(world, 'join', async ({ configuration, storage }) => {
    const passphrase = configuration.AFTERWORD_BACKUP_KEY;
    if (withSecrets && !passphrase)
      throw new CommandFailed(
        '--with-secrets needs AFTERWORD_BACKUP_KEY: keys that lie unencrypted beside what they seal protect nothing.',
        EXIT.usage,
      );
    if ((await readApplied(storage.pool)).length === 0)
      throw new CommandFailed(
        'There is nothing to back up: no server has used this database yet. Are AFTERWORD_DATA and DATABASE_URL those of the server?',
      );
    await recordCommand(world, storage, { operation: 'backup.create', kind: 'export' });
    const mark = secretMark(await openKeys(configuration));
    const secrets = withSecrets ? await readSecrets(configuration) : {};
    const report = await backUp(
      resolve(file),
      { connection: storage.connection, objects: storage.objects, mark },
      {
        passphrase,
        secrets,
        now: world.now(),
        signal: world.signal,
      },
    );
    world.stdout.write(json ? `${JSON.stringify(report)}\n` : describe(file, report, Object.keys(secrets)));
    return report.lost.length > 0 ? EXIT.findings : EXIT.done;
  });

function describe(
  file: string,
  { bytes, rows, objects, auditSize, isEncrypted, lost }: BackupReport,
  secrets: readonly string[],
): string {
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
  return [
    `${file}: ${size}, ${rows} rows, ${objects} objects, ${auditSize} entries of the audit log; ${isEncrypted ? 'encrypted' : 'not encrypted'}.`,
    secrets.length > 0
      ? `The server’s keys are in it: ${secrets.join(', ')}.`
      : 'The server’s keys are not in it. Sealed originals open only with the secret of this server: keep AFTERWORD_SECRET, or secret and audit.key of the data folder, in another safe place.',
    ...(lost.length > 0
      ? [`${lost.length} objects are missing or damaged and are not in it:`, ...lost.map(key => `  ${key}`)]
      : []),
    '',
  ].join('\n');
}
