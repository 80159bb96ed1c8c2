import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/openDatabase.ts';
import { prepareQuery } from '../db/prepareQuery.ts';
import type { Actor } from '../operations/actor.ts';
import type { OperationContext } from '../operations/context.ts';
import { refuseAbsent } from '../operations/refuse.ts';
import { visible } from './visible.ts';

/** What is needed to go on from an incident to what hangs on it. */
export interface EnteredIncident {
  id: string;
  isRestricted: boolean;
}

/** The number in a name such as `INC-12`. */
function numberIn(ref: string): number | undefined {
  const digits = /^INC-(\d+)$/i.exec(ref)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The condition that a row of `incident` is the one that an id or a number such as `INC-12` names. */
export function isNamed(ref: string): RawBuilder<boolean> {
  const number = numberIn(ref);
  return number === undefined ? sql`incident.id = ${ref}::uuid` : sql`incident.number = ${number}`;
}

/**
 * An incident that the actor sees, for a change of what hangs on it.
 *
 * @param ref an id, or a number such as `INC-12`
 * @throws not_found when there is none, or the actor may not see it
 */
export async function findSeenIncident(
  { db, actor }: Pick<OperationContext, 'db' | 'actor'>,
  ref: string,
): Promise<EnteredIncident> {
  const number = numberIn(ref);
  const [incident] =
    number === undefined ? await seenById(db, actor, { id: ref }) : await seenByNumber(db, actor, { number });
  return incident ?? refuseAbsent('incident');
}

const seen = (db: Db, actor: Actor) =>
  db.selectFrom('incident').select(['incident.id', 'incident.isRestricted']).where(visible(actor));

const seenById = prepareQuery((db, actor, { id }: { id: string }) =>
  seen(db, actor).where('incident.id', '=', id),
);

const seenByNumber = prepareQuery((db, actor, { number }: { number: number }) =>
  seen(db, actor).where('incident.number', '=', number),
);

/**
 * Puts on record that something restricted was seen, each incident for itself: who may hear of one may not hear of the
 * others, and each is proved by itself. What everyone may see leaves no trace.
 */
export async function recordView(
  context: OperationContext,
  ...incidents: readonly EnteredIncident[]
): Promise<void> {
  const restricted = incidents.filter(({ isRestricted }) => isRestricted);
  await context.record(
    ...restricted.map(({ id }) => ({ subject: { kind: 'incident', id }, incidentId: id })),
  );
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
