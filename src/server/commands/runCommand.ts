import { ORPCError } from '@orpc/server';
import type { AuditEvent } from '../platform/audit/event.ts';
import { recordEvent } from '../platform/audit/recordEvent.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Platform } from '../platform/operations/context.ts';

/** What commands on the server's machine work with. */
export type CommandPlatform = Pick<Platform, 'db' | 'now' | 'keyFor' | 'accounts'>;

/** What an operator can put right; the message says how. */
export class CommandRefused extends Error {
  override name = 'CommandRefused';
}

export interface CommandContext {
  platform: CommandPlatform;
  /** The transaction. */
  db: Db;
  now: string;
  record(event: Pick<AuditEvent, 'operation' | 'subject' | 'before' | 'after'>): Promise<void>;
}

/** Who sits at the server's own terminal needs no account; the log says that it was there. */
const OPERATOR = { kind: 'system', id: null, name: 'Command line' } as const;

/**
 * Runs a command that changes something: its rows and its audit events are one transaction.
 *
 * @throws CommandRefused for what an operation would have refused
 */
export async function runCommand<T>(
  platform: CommandPlatform,
  run: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const now = platform.now().toISOString();
  try {
    return await platform.db.transaction().execute(db =>
      run({
        platform,
        db,
        now,
        record: async event => {
          await recordEvent(db, { ...event, kind: 'change', actor: OPERATOR, at: now });
        },
      }),
    );
  } catch (error) {
    throw error instanceof ORPCError ? new CommandRefused(error.message, { cause: error }) : error;
  }
}
