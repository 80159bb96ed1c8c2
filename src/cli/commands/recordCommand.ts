import type { Storage } from '../../server/openStorage.ts';
import { recordEvent } from '../../server/platform/audit/recordEvent.ts';
import type { World } from '../world.ts';

/** Whoever sits at the server's own terminal. */
export const OPERATOR = { kind: 'system', id: null, name: 'Command line' } as const;

/**
 * Puts a command that gives data out, or in, on record. A database that takes no changes, because its disk is full or it
 * is a standby, must still be able to be backed up: that is said, and the command goes on.
 */
export async function recordCommand(
  world: World,
  { db }: Pick<Storage, 'db'>,
  event: { operation: string; kind: 'export' | 'change'; after?: unknown },
): Promise<void> {
  try {
    await db
      .transaction()
      .execute(transaction =>
        recordEvent(transaction, { ...event, actor: OPERATOR, at: world.now().toISOString() }),
      );
  } catch (error) {
    if ((error as { code?: string }).code !== '25006') throw error;
    world.stderr.write('The database takes no changes, so this is not in the audit log.\n');
  }
}
