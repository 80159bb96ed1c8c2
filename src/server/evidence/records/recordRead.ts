import type { Db } from '../../platform/db/openDatabase.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import type { EnteredReading } from '../readings/enterReading.ts';

/** One look stands for those that follow it within an hour, in milliseconds: a search is a hundred questions. */
const LASTS = 3_600_000;

/** Puts on record that somebody reads the records of a reading: it is part of the custody of every file in it. */
export async function recordRead(
  context: OperationContext,
  { id, incidentId }: EnteredReading,
): Promise<void> {
  const since = new Date(Date.parse(context.now) - LASTS).toISOString();
  if (await hasRead(context.db, { actorId: context.actor.id, readingId: id, since })) return;
  await context.record({ kind: 'evidence_read', subject: { kind: 'reading', id }, incidentId });
}

async function hasRead(
  db: Db,
  { actorId, readingId, since }: { actorId: string; readingId: string; since: string },
): Promise<boolean> {
  const found = await db
    .selectFrom('auditEvent')
    .select('id')
    .where('subjectKind', '=', 'reading')
    .where('subjectId', '=', readingId)
    .where('actorId', '=', actorId)
    .where('kind', '=', 'evidence_read')
    .where('at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
