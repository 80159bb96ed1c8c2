import { type RawBuilder, sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import { visibleThrough } from '../platform/access/visible.ts';
import type { Changes } from '../platform/db/changes.ts';
import { containing } from '../platform/db/containing.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';

export type MomentState = 'proposed' | 'kept' | 'dismissed';

/** What people write of a moment. */
export interface MomentFields {
  at: string;
  until: string | null;
  kind: string;
  title: string;
  detail: string;
  service: string;
  uncertaintyUs: number | null;
}

const described = (db: Db, actor: Actor) =>
  db
    .selectFrom('moment')
    .innerJoin('incident', 'incident.id', 'moment.incidentId')
    .selectAll('moment')
    .select(['incident.isRestricted', 'incident.momentsVersion'])
    .select(eb =>
      jsonObjectFrom(
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'moment.createdBy'),
      ).as('creator'),
    )
    .where(visibleThrough(actor, 'moment.incident_id'));

export type MomentRow = Awaited<ReturnType<typeof findMoment>> & {};

/** What a list of moments may be narrowed by; what is undefined does not narrow. */
export interface MomentFilter {
  state?: readonly string[] | undefined;
  kind?: readonly string[] | undefined;
  service?: readonly string[] | undefined;
  source?: readonly string[] | undefined;
  isNotable?: boolean | undefined;
  title?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** A moment that a person added matters to somebody, so it counts as notable. */
const isNotable = sql<boolean>`coalesce((moment.proposal ->> 'isNotable')::boolean, true)`;

/** A condition for each field of the filter. */
const CONDITIONS: {
  [Field in keyof MomentFilter]-?: (value: NonNullable<MomentFilter[Field]>) => RawBuilder<boolean>;
} = {
  state: states => sql`moment.state = any(${states})`,
  kind: kinds => sql`moment.kind = any(${kinds})`,
  service: services => sql`moment.service = any(${services})`,
  source: sources => sql`moment.source = any(${sources})`,
  isNotable: wanted => (wanted ? isNotable : sql`not ${isNotable}`),
  title: text => sql`moment.title ilike ${containing(text)}`,
  from: at => sql`moment.at >= ${at}`,
  to: at => sql`moment.at < ${at}`,
};

/** Moments of an incident that the actor sees, in time, behind the one with the time and id `after`. */
export function listMoments(
  db: Db,
  actor: Actor,
  incidentId: string,
  {
    filter,
    after,
    most,
  }: { filter: MomentFilter; after?: readonly [string, string] | undefined; most: number },
): Promise<MomentRow[]> {
  let query = described(db, actor).where('moment.incidentId', '=', incidentId);
  for (const field of Object.keys(CONDITIONS) as (keyof MomentFilter)[]) {
    const condition = CONDITIONS[field] as (value: unknown) => RawBuilder<boolean>;
    if (filter[field] !== undefined) query = query.where(condition(filter[field]));
  }
  if (after)
    query = query.where(sql<boolean>`(moment.at, moment.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return query.orderBy('moment.at').orderBy('moment.id').limit(most).execute();
}

/** A moment of an incident that the actor sees. */
export const findMoment = (db: Db, actor: Actor, id: string) =>
  described(db, actor).where('moment.id', '=', id).executeTakeFirst();

/** The row's lock keeps two edits from seeing the same version. */
export const lockMoment = (db: Db, id: string) =>
  db.selectFrom('moment').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Adds a moment that a person saw; it is kept, and no proposal touches it. */
export async function insertMoment(
  db: Db,
  {
    at,
    now,
    ...moment
  }: MomentFields & { id: string; incidentId: string; createdBy: string | null; now: string },
): Promise<void> {
  await db
    .insertInto('moment')
    .values({
      ...moment,
      at,
      state: 'kept',
      isSettled: true,
      source: '',
      sourceStamp: '',
      correctionUs: 0,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
}

/** Edits a moment, which keeps it. */
export async function updateMoment(
  db: Db,
  id: string,
  fields: Changes<MomentFields>,
  now: string,
): Promise<void> {
  await db
    .updateTable('moment')
    .set(eb => ({
      ...fields,
      state: 'kept',
      isSettled: true,
      updatedAt: now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** State of those moments of an incident that are among the ids, locked until the transaction ends. */
export const lockStates = (db: Db, incidentId: string, ids: readonly string[]) =>
  db
    .selectFrom('moment')
    .select(['id', 'state'])
    .where('incidentId', '=', incidentId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    // One order for all: two people who judge the same moments wait for one another instead of blocking each other.
    .orderBy('id')
    .forUpdate()
    .execute();

/** Gives moments a state that a person chose. */
export async function judgeMoments(
  db: Db,
  ids: readonly string[],
  state: MomentState,
  now: string,
): Promise<void> {
  await db
    .updateTable('moment')
    .set(eb => ({ state, isSettled: true, updatedAt: now, version: eb('version', '+', 1) }))
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}

/** Kept moments that turn an incident's course: what its phases may begin with. */
export const listTurns = (db: Db, incidentId: string) =>
  db
    .selectFrom('moment')
    .select(['id', 'kind', 'at'])
    .where('incidentId', '=', incidentId)
    .where('state', '=', 'kept')
    .where('kind', 'in', ['impact-start', 'detection', 'acknowledgement', 'mitigation', 'restore'])
    .orderBy('at')
    .orderBy('id')
    .execute();
