import type { Logger } from 'pino';
import type { Configuration } from '../../configuration.ts';
import { openStorage, type Storage } from '../../openStorage.ts';
import { examineAudit } from './examineAudit.ts';
import { examineDatabase } from './examineDatabase.ts';
import { examineEncryption } from './examineEncryption.ts';
import { examineMachine } from './examineMachine.ts';
import { examineObjects } from './examineObjects.ts';
import { examineOutside } from './examineOutside.ts';
import { examineWork } from './examineWork.ts';
import { type Finding, fail } from './finding.ts';

export interface ExamineOptions {
  /** Of the objects that rows need. */
  howMany: 'sample' | 'all';
  log: Logger;
}

/**
 * Looks at everything that a server needs, whether it runs or not. What cannot be looked at because something else is
 * broken becomes a finding too: this never throws.
 */
export async function examineServer(
  configuration: Configuration,
  { howMany, log }: ExamineOptions,
): Promise<Finding[]> {
  return [
    ...(await guarded('machine', () => examineMachine(configuration))),
    ...(await examineStored(configuration, { howMany, log })),
    ...(await guarded('encryption', async () => examineEncryption(configuration))),
    ...(await guarded('outside', () => examineOutside(configuration))),
  ];
}

async function examineStored(
  configuration: Configuration,
  { howMany, log }: ExamineOptions,
): Promise<Finding[]> {
  let storage: Storage;
  try {
    storage = await openStorage(configuration, { how: 'join', log });
  } catch (error) {
    return [cannotLook('database', error)];
  }
  try {
    const database = await guarded('database', () => examineDatabase(storage));
    // Without its tables the rest has nothing to look at.
    if (database.some(({ check, state }) => state === 'fail' && ['database', 'migrations'].includes(check)))
      return database;
    return [
      ...database,
      ...(await guarded('objects', () => examineObjects(storage, howMany))),
      ...(await guarded('audit log', () => examineAudit(configuration, storage))),
      ...(await guarded('jobs', () => examineWork(storage))),
    ];
  } finally {
    await storage.close();
  }
}

async function guarded(check: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    return [cannotLook(check, error)];
  }
}

const cannotLook = (check: string, error: unknown): Finding =>
  fail({
    check,
    found: (error as Error).message,
    advice: 'Put that right first; the rest could not be looked at.',
  });
