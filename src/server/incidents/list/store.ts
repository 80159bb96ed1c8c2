import { type RawBuilder, sql } from 'kysely';
import { isNamed } from '../../platform/access/enterIncident.ts';
import { visible } from '../../platform/access/visible.ts';
import { containing } from '../../platform/db/containing.ts';
import type { Db } from '../../platform/db/openDatabase.ts';
import type { Actor } from '../../platform/operations/actor.ts';
import { describedIncidents, type IncidentRow } from '../store.ts';

/** What a list of incidents may be narrowed by; what is undefined does not narrow. */
export interface IncidentFilter {
  state?: readonly string[] | undefined;
  severity?: readonly string[] | undefined;
  serviceId?: readonly string[] | undefined;
  teamId?: readonly string[] | undefined;
  layer?: readonly string[] | undefined;
  causeClass?: readonly string[] | undefined;
  useCase?: readonly string[] | undefined;
  title?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  isMine?: boolean | undefined;
  isOpen?: boolean | undefined;
}

type Condition = RawBuilder<boolean>;

/** Asked incident by incident on the walk through the list: `offset 0` keeps PostgreSQL from gathering all of a team first. */
const isMine = ({ id, teamIds }: Actor): Condition => sql`(
  incident.declared_by = ${id}::uuid
  or exists (select from incident_role
    where incident_role.incident_id = incident.id and incident_role.until is null
      and incident_role.person_id = ${id}::uuid offset 0)
  or exists (select from incident_team
    where incident_team.incident_id = incident.id and incident_team.team_id = any(${teamIds}::uuid[]) offset 0)
)`;

/** Letters that the index of titles finds a text by. */
const FEWEST_LETTERS = 3;

/** Fewer letters stand in so many titles that going through the list finds a page sooner; so the index is kept out of it. */
const title = (text: string): Condition =>
  text.length < FEWEST_LETTERS
    ? sql`(incident.title || '') ilike ${containing(text)}`
    : sql`incident.title ilike ${containing(text)}`;

/** A condition for each field of the filter. */
const CONDITIONS: {
  [Field in keyof IncidentFilter]-?: (value: NonNullable<IncidentFilter[Field]>, actor: Actor) => Condition;
} = {
  state: states => sql`incident.state = any(${states})`,
  severity: severities => sql`incident.severity = any(${severities})`,
  layer: ids => sql`incident.layer = any(${ids})`,
  causeClass: ids => sql`incident.cause_class = any(${ids})`,
  useCase: ids => sql`incident.use_case = any(${ids})`,
  serviceId: ids => sql`exists (select from incident_service
    where incident_service.incident_id = incident.id and incident_service.service_id = any(${ids}::uuid[]))`,
  teamId: ids => sql`exists (select from incident_team
    where incident_team.incident_id = incident.id and incident_team.team_id = any(${ids}::uuid[]))`,
  title,
  from: at => sql`incident.declared_at >= ${at}`,
  to: at => sql`incident.declared_at < ${at}`,
  isMine: (wanted, actor) => (wanted ? isMine(actor) : sql`not ${isMine(actor)}`),
  isOpen: wanted => (wanted ? sql`incident.state <> 'closed'` : sql`incident.state = 'closed'`),
};

/** The conditions that a filter stands for. */
export const conditionsOf = (filter: IncidentFilter, actor: Actor): Condition[] =>
  (Object.keys(CONDITIONS) as (keyof IncidentFilter)[])
    .filter(field => filter[field] !== undefined)
    .map(field => (CONDITIONS[field] as (value: unknown, actor: Actor) => Condition)(filter[field], actor));

/** So few are read one by one rather than met on a walk through all. */
const FEW = 1_000;

const idsOfMine = ({ id, teamIds }: Actor): RawBuilder<unknown> => sql`
  select id from incident where declared_by = ${id}::uuid
  union all select incident_id from incident_role where person_id = ${id}::uuid and until is null
  union all select incident_id from incident_team where team_id = any(${teamIds}::uuid[])`;

/** By an index that has the titles in it. */
const idsOfTitled = (text: string): RawBuilder<unknown> =>
  sql`select id from incident where folded_title like lower(${containing(text)})`;

/**
 * The ids that a filter leaves, if they are few. A list is a walk along the index of its order, which is quick unless
 * nearly nothing on the way is wanted: this finds out, and stops as soon as there is much.
 */
async function findFew(
  db: Db,
  actor: Actor,
  { isMine, title }: IncidentFilter,
): Promise<string[] | undefined> {
  if (isMine) return findIds(db, idsOfMine(actor));
  if (title !== undefined && title.length < FEWEST_LETTERS) return findIds(db, idsOfTitled(title));
  return undefined;
}

async function findIds(db: Db, ids: RawBuilder<unknown>): Promise<string[] | undefined> {
  const { rows } = await sql<{ id: string }>`${ids} limit ${FEW + 1}`.execute(db);
  return rows.length > FEW ? undefined : rows.map(({ id }) => id);
}

type Key = readonly (string | number)[];

interface Sort {
  /** Columns that order the list, all in one direction; the last one makes the order total. */
  columns: readonly string[];
  direction: 'asc' | 'desc';
  keyOf(row: IncidentRow): Key;
}

/** What a list may be ordered by; each has an index of the same columns. */
export const SORTS = {
  newest: { columns: ['declared_at', 'id'], direction: 'desc', keyOf: row => [row.declaredAt, row.id] },
  oldest: { columns: ['declared_at', 'id'], direction: 'asc', keyOf: row => [row.declaredAt, row.id] },
  updated: { columns: ['updated_at', 'id'], direction: 'desc', keyOf: row => [row.updatedAt, row.id] },
  gravest: {
    columns: ['gravity', 'declared_at', 'id'],
    direction: 'desc',
    keyOf: row => [row.gravity, row.declaredAt, row.id],
  },
} as const satisfies Record<string, Sort>;

export type SortName = keyof typeof SORTS;

const TYPES: Record<string, string> = {
  declared_at: 'timestamptz',
  updated_at: 'timestamptz',
  gravity: 'smallint',
  id: 'uuid',
};

/** Rows behind a key, in the sort's direction; row comparison lets the index of the sort find the place at once. */
function isBehind({ columns, direction }: Sort, after: Key): Condition {
  const row = sql.join(columns.map(column => sql.ref(`incident.${column}`)));
  const key = sql.join(after.map((value, i) => sql`${value}::${sql.raw(TYPES[columns[i]!]!)}`));
  return direction === 'desc' ? sql`(${row}) < (${key})` : sql`(${row}) > (${key})`;
}

/** Incidents that the actor sees, in order. `after`: key of the last one of the page before. */
export async function listIncidents(
  db: Db,
  actor: Actor,
  {
    filter,
    sort,
    after,
    most,
  }: { filter: IncidentFilter; sort: SortName; after?: Key | undefined; most: number },
): Promise<IncidentRow[]> {
  const order: Sort = SORTS[sort];
  const few = await findFew(db, actor, filter);
  let query = describedIncidents(db, actor);
  for (const condition of conditionsOf(filter, actor)) query = query.where(condition);
  if (few) query = query.where(sql<boolean>`incident.id = any(${few}::uuid[])`);
  if (after) query = query.where(isBehind(order, after));
  for (const column of order.columns) query = query.orderBy(sql.ref(`incident.${column}`), order.direction);
  return query.limit(most).execute();
}

/**
 * Locks incidents that the actor sees, in the order of their ids, so that two who change many never wait for each other.
 *
 * @param refs ids, or numbers such as `INC-12`
 * @returns the id by what it was asked for with; what is not there or not seen is left out
 */
export async function lockIncidents(
  db: Db,
  actor: Actor,
  refs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('incident')
    .select(['incident.id', 'incident.number'])
    .where(sql<boolean>`(${sql.join(refs.map(isNamed), sql` or `)})`)
    .where(visible(actor))
    .orderBy('incident.id')
    .forUpdate()
    .execute();
  const ids = new Map(rows.flatMap(({ id, number }) => [[id, id] as const, [`inc-${number}`, id] as const]));
  return new Map(
    refs.flatMap(ref => {
      const id = ids.get(ref.toLowerCase());
      return id === undefined ? [] : [[ref, id] as const];
    }),
  );
}

/** Ords of the search documents of incidents that the actor sees and whose title has a text in it. */
export async function findTitled(db: Db, actor: Actor, title: string): Promise<Uint32Array> {
  const { rows } = await sql<{ ords: number[] | null }>`
    select array_agg(document.ord) as ords
    from search_document as document
    join incident on incident.id = document.id
    where document.kind = 'incident' and incident.title ilike ${containing(title)} and ${visible(actor)}`.execute(
    db,
  );
  return Uint32Array.from(rows[0]!.ords ?? []);
}
