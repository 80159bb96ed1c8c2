import { type RawBuilder, sql } from 'kysely';
import type { OperationContext } from '../operations/context.ts';
import { refuseAbsent } from '../operations/refuse.ts';
import { visible } from './visible.ts';

/** What is needed to go on from an incident to what hangs on it. */
export interface EnteredIncident {
  id: string;
  isRestricted: boolean;
}

const NUMBER = /^INC-(\d+)$/i;

/** The condition that a row of `incident` is the one that an id or a number such as `INC-12` names. */
export function isNamed(ref: string): RawBuilder<boolean> {
  const number = NUMBER.exec(ref)?.[1];
  return number === undefined ? sql`incident.id = ${ref}::uuid` : sql`incident.number = ${Number(number)}`;
}

/**
 * An incident that the actor sees, for a change of what hangs on it.
 *
 * @param ref an id, or a number such as `INC-12`
 * @throws not_found when there is none, or the actor may not see it
 */
export const findSeenIncident = async (
  { db, actor }: Pick<OperationContext, 'db' | 'actor'>,
  ref: string,
): Promise<EnteredIncident> =>
  (await db
    .selectFrom('incident')
    .select(['incident.id', 'incident.isRestricted'])
    .where(isNamed(ref))
    .where(visible(actor))
    .executeTakeFirst()) ?? refuseAbsent('incident');

/** Puts on record that something restricted was seen; what everyone may see leaves no trace. */
export async function recordView(
  context: OperationContext,
  { id, isRestricted }: EnteredIncident,
): Promise<void> {
  if (isRestricted) await context.record({ subject: { kind: 'incident', id }, incidentId: id });
}

/**
 * An incident that the actor sees, for a read of what hangs on it; on record when it is restricted.
 *
 * @param ref an id, or a number such as `INC-12`
 * @throws not_found when there is none, or the actor may not see it
 */
export async function enterIncident(context: OperationContext, ref: string): Promise<EnteredIncident> {
  const incident = await findSeenIncident(context, ref);
  await recordView(context, incident);
  return incident;
}
