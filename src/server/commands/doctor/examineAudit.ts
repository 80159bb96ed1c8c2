import type { Configuration } from '../../configuration.ts';
import { openAudit } from '../../openPlatform.ts';
import type { Storage } from '../../openStorage.ts';
import { BadCheckpointFolder } from '../../platform/audit/checkpoint/checkpointFolder.ts';
import { BadSigningKey } from '../../platform/audit/checkpoint/signingKey.ts';
import { openTree } from '../../platform/audit/tree/openTree.ts';
import { readLogSize } from '../../platform/audit/tree/readLogSize.ts';
import { readFigures } from '../../platform/metrics/readFigures.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** So many events may wait for their place while a server is busy. */
const MOST_QUEUED = 10_000;

/** Looks whether the audit log keeps up, and whether it goes on where its newest outside checkpoint ended. */
export async function examineAudit(
  configuration: Configuration,
  { db, pool }: Pick<Storage, 'db' | 'pool'>,
): Promise<Finding[]> {
  return [await examineQueue(pool), await examineContinuity(configuration, db)];
}

async function examineQueue(pool: Storage['pool']): Promise<Finding> {
  const check = 'audit queue';
  const { auditQueue: queued } = await readFigures(pool);
  const found = `${queued} events wait for their place in the log`;
  return queued > MOST_QUEUED
    ? warn({ check, found, advice: 'Is a server running? If so, look into its log for why they wait.' })
    : ok(check, found);
}

async function examineContinuity(configuration: Configuration, db: Storage['db']): Promise<Finding> {
  const check = 'audit log';
  const advice =
    'If a back-up was restored on purpose, give AFTERWORD_CHECKPOINTS an empty folder and keep the old one. If not, the log was altered: export it and compare, see docs/guide/audit.md.';
  try {
    const { checkpoints } = await openAudit(configuration, { db });
    const newest = await checkpoints.newest();
    const size = await readLogSize(db);
    if (!newest)
      return size === 0
        ? ok(check, 'empty')
        : warn({
            check,
            found: `${size} entries, none of them signed outside`,
            advice: 'Run afterword audit checkpoint, or start the server.',
          });
    if (newest.size > size)
      return fail({ check, found: `${size} entries; the newest checkpoint says ${newest.size}`, advice });
    const isSame = newest.root.equals(await openTree(db).rootAt(newest.size));
    return isSame
      ? ok(check, `${size} entries, the first ${newest.size} as they were signed outside`)
      : fail({ check, found: `its first ${newest.size} entries are not those that were signed`, advice });
  } catch (error) {
    if (!(error instanceof BadCheckpointFolder || error instanceof BadSigningKey)) throw error;
    return fail({
      check,
      found: error.message,
      advice: 'Put that right, or nothing proves what the log says.',
    });
  }
}
