import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '../../platform/jobs/startJobs.ts';
import type { Platform } from '../../platform/operations/context.ts';
import { findUnnamed } from './store.ts';

/** What is older than this, in milliseconds, is nobody's who still works on it. */
const AGE = 24 * 3_600_000;
const BATCH = 500;

/** Where objects lie that rows of ours name. */
const PREFIXES = ['evidence', 'uploads', 'readings'] as const;

/** Job: deletes what killed writers left: half-written objects, objects that no row names, folders of work. */
export const sweepEvidence = (async (_payload: unknown, { platform }) => {
  const before = new Date(platform.now().getTime() - AGE);
  await platform.objects.sweep(before);
  for (const prefix of PREFIXES) await deleteUnnamed(platform, prefix, before);
  await removeOldWork(platform, before);
}) satisfies Job;

async function deleteUnnamed({ objects, db, log }: Platform, prefix: string, before: Date): Promise<void> {
  let keys: string[] = [];
  const decide = async (): Promise<void> => {
    const unnamed = await findUnnamed(db, keys);
    for (const key of unnamed) await objects.delete(key);
    if (unnamed.length > 0)
      log.info({ prefix, deleted: unnamed.length }, 'objects that nothing names are gone');
    keys = [];
  };
  for await (const { key, modifiedAt } of objects.list(prefix)) {
    if (modifiedAt < before) keys.push(key);
    if (keys.length === BATCH) await decide();
  }
  await decide();
}

async function removeOldWork({ workFolder }: Platform, before: Date): Promise<void> {
  const names = await readdir(workFolder).catch(() => []);
  for (const name of names) {
    const path = join(workFolder, name);
    const info = await stat(path).catch(() => undefined);
    if (info && info.mtime < before) await rm(path, { recursive: true, force: true });
  }
}
