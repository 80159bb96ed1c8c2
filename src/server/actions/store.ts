import { type RawBuilder, sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { ActionState, ActionTransition } from '../../core/lifecycle/action.ts';
import type { ActionKind } from '../../core/lifecycle/actionKinds.ts';
import type { Effort, ImpactLevel, Priority } from '../../core/lifecycle/priority.ts';
import type { VerificationPlan } from '../../core/lifecycle/verification.ts';
import { visibleThrough } from '../platform/access/visible.ts';
import { visibleThroughPostmortem } from '../platform/access/visiblePostmortem.ts';
import type { Changes } from '../platform/db/changes.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';

/** What the priority is computed from; null where nobody has said. */
export interface PriorityFactsRow {
  sloImpact: ImpactLevel | null;
  customerImpact: ImpactLevel | null;
  recurrenceRisk: ImpactLevel | null;
  effort: Effort | null;
}

/** Everything of the row that changes. */
export interface ActionColumns {
  title: string;
  description: string;
  kind: ActionKind;
  state: ActionState;
  ownerId: string | null;
  dueOn: string | null;
  findingId: string | null;
  priorityFacts: PriorityFactsRow;
  priority: Priority;
  overridePriority: Priority | null;
  overrideNote: string | null;
  overrideBy: string | null;
  overrideAt: string | null;
  verification: VerificationPlan | null;
}

/** The condition under which an actor sees a row of `action`: its incident is seen, and its postmortem, if it has one. */
export const visibleAction = (actor: Actor): RawBuilder<boolean> =>
  sql`(${visibleThrough(actor, 'action.incident_id')}
    and (action.postmortem_id is null or ${visibleThroughPostmortem(actor, 'action.postmortem_id')}))`;

/** Actions that the actor sees, with the names of what they refer to. */
export const describedActions = (db: Db, actor: Actor) =>
  db
    .selectFrom('action')
    .innerJoin('incident', 'incident.id', 'action.incidentId')
    .leftJoin('postmortem', 'postmortem.id', 'action.postmortemId')
    .select([
      'action.id',
      'action.version',
      'action.title',
      'action.description',
      'action.dueOn',
      'action.postmortemId',
      'action.findingId',
      'action.overrideNote',
      'action.overrideAt',
      'action.createdAt',
      'action.updatedAt',
      'incident.isRestricted as isIncidentRestricted',
      'postmortem.isRestricted as isPostmortemRestricted',
    ])
    .select(eb => [
      sql<ActionKind>`action.kind`.as('kind'),
      sql<ActionState>`action.state`.as('state'),
      sql<Priority>`action.priority`.as('priority'),
      sql<Priority | null>`action.override_priority`.as('overridePriority'),
      sql<PriorityFactsRow>`action.priority_facts`.as('priorityFacts'),
      sql<VerificationPlan | null>`action.verification`.as('verification'),
      sql<{ id: string; number: string; title: string }>`json_build_object(
        'id', incident.id, 'number', 'INC-' || incident.number, 'title', incident.title
      )`.as('incident'),
      jsonObjectFrom(
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'action.ownerId'),
      ).as('owner'),
      jsonObjectFrom(
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'action.overrideBy'),
      ).as('overrider'),
    ])
    .where(visibleAction(actor));

export type ActionRow = Awaited<ReturnType<typeof findAction>> & {};

export const findAction = (db: Db, actor: Actor, id: string) =>
  describedActions(db, actor).where('action.id', '=', id).executeTakeFirst();

/**
 * Locks the postmortems of actions, in one order for everyone. It comes before the lock of the actions themselves, as
 * whoever changes a postmortem's findings comes from there too.
 */
export const lockPostmortemsOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('postmortem')
    .select('postmortem.id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('action')
          .select('action.id')
          .whereRef('action.postmortemId', '=', 'postmortem.id')
          .where('action.id', 'in', ids),
      ),
    )
    .orderBy('postmortem.id')
    .forNoKeyUpdate()
    .execute();

/** Those of the ids that are actions which the actor sees, locked in one order for everyone. */
export async function lockActions(db: Db, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('action')
    .select('action.id')
    .where('action.id', 'in', ids)
    .where(visibleAction(actor))
    .orderBy('action.id')
    .forNoKeyUpdate()
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export interface NewAction extends ActionColumns {
  id: string;
  incidentId: string;
  postmortemId: string | null;
  createdBy: string | null;
  at: string;
}

/** Adds an action in its first state. */
export async function insertAction(
  db: Db,
  { priorityFacts, verification, at, ...fields }: NewAction,
): Promise<void> {
  await db
    .insertInto('action')
    .values({
      ...fields,
      priorityFacts: JSON.stringify(priorityFacts),
      verification: verification && JSON.stringify(verification),
      createdAt: at,
      updatedAt: at,
    })
    .execute();
}

/** Changes some columns and counts the version on. */
export async function updateAction(
  db: Db,
  id: string,
  { priorityFacts, verification, ...fields }: Changes<ActionColumns>,
  at: string,
): Promise<void> {
  await db
    .updateTable('action')
    .set(eb => ({
      ...fields,
      ...(priorityFacts && { priorityFacts: JSON.stringify(priorityFacts) }),
      ...(verification !== undefined && { verification: verification && JSON.stringify(verification) }),
      updatedAt: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export interface NewMove {
  id: string;
  actionId: string;
  transition: ActionTransition;
  fromState: ActionState;
  toState: ActionState;
  note: string;
  movedBy: string | null;
  movedAt: string;
}

export const insertMove = (db: Db, move: NewMove) => db.insertInto('actionMove').values(move).execute();

/** An action's course, in order. */
export const listMoves = (db: Db, actionId: string) =>
  db
    .selectFrom('actionMove as move')
    .select(eb => [
      'move.id',
      'move.note',
      'move.movedAt as at',
      sql<ActionTransition>`move.transition`.as('transition'),
      sql<ActionState>`move.from_state`.as('from'),
      sql<ActionState>`move.to_state`.as('to'),
      jsonObjectFrom(
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'move.movedBy'),
      ).as('by'),
    ])
    .where('move.actionId', '=', actionId)
    .orderBy('move.id')
    .execute();

/** Where a finding that the actor sees belongs, for an action that follows from it. */
export const findPlaceOfFinding = (db: Db, actor: Actor, findingId: string) =>
  db
    .selectFrom('finding')
    .select('finding.postmortemId')
    .where('finding.id', '=', findingId)
    .where(visibleThroughPostmortem(actor, 'finding.postmortem_id'))
    .executeTakeFirst();

/** Titles of the actions of an incident that the actor sees. */
export async function listTitles(db: Db, actor: Actor, incidentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('action')
    .select('action.title')
    .where('action.incidentId', '=', incidentId)
    .where(visibleAction(actor))
    .execute();
  return rows.map(({ title }) => title);
}
