import { join } from 'node:path';
import type { Logger } from 'pino';
import { openRecordArchive } from '../recorder/records/openRecordArchive.ts';
import type { Configuration } from './configuration.ts';
import { openAccounts } from './openAccounts.ts';
import type { Storage } from './openStorage.ts';
import { openCheckpointFolder } from './platform/audit/checkpoint/checkpointFolder.ts';
import { readRotations, refuseReplaced } from './platform/audit/checkpoint/rotation.ts';
import { readOrMakeSigningKey } from './platform/audit/checkpoint/signingKey.ts';
import type { EventFeed } from './platform/events/startFeed.ts';
import type { Platform } from './platform/operations/context.ts';
import { readIfThere } from './platform/readIfThere.ts';
import { type DeriveKey, deriveKeysFrom, readOrMakeSecret } from './platform/secret.ts';

/** The data folder's own files that hold secrets, by the names that back-ups have for them. */
export const secretFiles = ({ AFTERWORD_DATA: data, AFTERWORD_AUDIT_KEY: auditKey }: Configuration) => ({
  secret: join(data, 'secret'),
  'audit.key': auditKey ?? join(data, 'audit.key'),
});

/**
 * The secrets by those names, wherever they are configured; those that nobody made yet are left out. What is in a back-up
 * must open its sealed originals by itself.
 */
export async function readSecrets(configuration: Configuration): Promise<Record<string, Buffer>> {
  const { AFTERWORD_SECRET: configured } = configuration;
  const found: Record<string, Buffer> = {};
  for (const [name, file] of Object.entries(secretFiles(configuration))) {
    const content = name === 'secret' && configured ? Buffer.from(configured) : await readIfThere(file);
    if (content) found[name] = content;
  }
  return found;
}

/** The server's keys, from the secret that is configured or else kept in the data folder. */
export const openKeys = async (configuration: Configuration): Promise<DeriveKey> =>
  deriveKeysFrom(
    configuration.AFTERWORD_SECRET ?? (await readOrMakeSecret(secretFiles(configuration).secret)),
  );

/**
 * The key that signs the audit log, and the folder outside where its checkpoints are kept. Throws BadSigningKey for a key
 * that was replaced by another.
 */
export async function openAudit(
  configuration: Configuration,
  { db }: Pick<Storage, 'db'>,
): Promise<Platform['audit']> {
  const key = await readOrMakeSigningKey(secretFiles(configuration)['audit.key']);
  const rotations = await readRotations(db);
  refuseReplaced(key, rotations);
  const checkpoints = await openCheckpointFolder(configuration.AFTERWORD_CHECKPOINTS, {
    dataFolder: configuration.AFTERWORD_DATA,
    key,
    rotations,
  });
  return { key, checkpoints };
}

export interface PlatformParts {
  storage: Storage;
  log: Logger;
  feed: EventFeed;
  eventsCommitted(): void;
}

/** Puts together what every part of a server, or of a command on its machine, works with. */
export async function openPlatform(
  configuration: Configuration,
  { storage: { db, objects }, log, feed, eventsCommitted }: PlatformParts,
): Promise<Platform> {
  const data = configuration.AFTERWORD_DATA;
  const keyFor = await openKeys(configuration);
  return {
    db,
    log,
    feed,
    objects,
    archive: openRecordArchive({ objects, folder: join(data, 'records') }),
    workFolder: join(data, 'work'),
    mostEvidenceBytes: configuration.AFTERWORD_EVIDENCE_LIMIT * 2 ** 20,
    readingDays: configuration.AFTERWORD_READING_DAYS,
    keyFor,
    accounts: openAccounts(configuration, keyFor),
    audit: await openAudit(configuration, { db }),
    now: () => new Date(),
    eventsCommitted,
  };
}
