import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Template } from '../../core/document/templates/template.ts';
import type { PostmortemState, PostmortemTransition } from '../../core/lifecycle/postmortem.ts';
import type { Severity } from '../../core/taxonomy/severities.ts';
import { isNamed } from '../platform/access/enterIncident.ts';
import { visiblePostmortem } from '../platform/access/visiblePostmortem.ts';
import type { Changes } from '../platform/db/changes.ts';
import { jsonInstant } from '../platform/db/jsonInstant.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import { prepareQuery } from '../platform/db/prepareQuery.ts';
import { rememberRows } from '../platform/db/rememberRows.ts';
import type { Actor } from '../platform/operations/actor.ts';
import { type PlacedSection, withTexts } from './textStore.ts';

/** How much of a section is written. */
export interface MeasuredSection {
  id: string;
  /** 0…1 */
  filled: number;
  reason: string;
}

/** Everything of the row that changes after it was opened. */
export interface PostmortemColumns {
  title: string;
  state: PostmortemState;
  dueOn: string | null;
  isRestricted: boolean;
  draftId: string | null;
  draftedAt: string | null;
  completeness: number;
  measured: readonly MeasuredSection[];
}

/** Postmortems that the actor sees, with their incident and owner. */
const described = (db: Db, actor: Actor) =>
  db
    .selectFrom('postmortem')
    .innerJoin('incident', 'incident.id', 'postmortem.incidentId')
    .leftJoin('incidentRole as holder', join =>
      join
        .onRef('holder.incidentId', '=', 'postmortem.incidentId')
        .on('holder.role', '=', 'postmortemOwner')
        .on('holder.until', 'is', null),
    )
    .select([
      'postmortem.id',
      'postmortem.version',
      'postmortem.title',
      'postmortem.kind',
      'postmortem.dueOn',
      'postmortem.completeness',
      'postmortem.draftId',
      'postmortem.draftedAt',
      'postmortem.createdAt',
      'postmortem.updatedAt',
      'postmortem.isRestricted',
      'incident.isRestricted as isIncidentRestricted',
      'incident.declaredAt',
      'incident.restoredAt',
    ])
    .select(eb => [
      sql<PostmortemState>`postmortem.state`.as('state'),
      sql<{ id: string; number: string; title: string; severity: Severity }>`json_build_object(
        'id', incident.id, 'number', 'INC-' || incident.number, 'title', incident.title, 'severity', incident.severity
      )`.as('incident'),
      jsonObjectFrom(
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'holder.personId'),
      ).as('owner'),
      eb
        .selectFrom('incidentRole as first')
        .select(({ fn }) => fn.min('first.since').as('since'))
        .whereRef('first.incidentId', '=', 'postmortem.incidentId')
        .where('first.role', '=', 'postmortemOwner')
        .as('ownedSince'),
    ])
    .where(visiblePostmortem(actor));

export type PostmortemSummaryRow = Awaited<ReturnType<typeof listPostmortems>>[number];

export interface PostmortemFilter {
  state?: readonly PostmortemState[] | undefined;
  kind?: readonly string[] | undefined;
  ownerId?: string | undefined;
  /** An id, or a number such as `INC-12`. */
  incidentId?: string | undefined;
  text?: string | undefined;
  /** Time of the last change and id of the last postmortem of the page before. */
  after?: readonly [string, string] | undefined;
  most: number;
}

/** Postmortems, the last changed first. */
export const listPostmortems = (
  db: Db,
  actor: Actor,
  { state, kind, ownerId, incidentId, text, after, most }: PostmortemFilter,
) =>
  described(db, actor)
    .$if(state !== undefined, query => query.where('postmortem.state', 'in', state!))
    .$if(kind !== undefined, query => query.where('postmortem.kind', 'in', kind!))
    .$if(ownerId !== undefined, query => query.where('holder.personId', '=', ownerId!))
    .$if(incidentId !== undefined, query => query.where(isNamed(incidentId!)))
    .$if(text !== undefined, query =>
      query.where(
        sql<boolean>`(position(lower(${text}) in lower(postmortem.title)) > 0
          or position(lower(${text}) in lower(incident.title)) > 0)`,
      ),
    )
    .$if(after !== undefined, query =>
      query.where(
        sql<boolean>`(postmortem.updated_at, postmortem.id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`,
      ),
    )
    .orderBy('postmortem.updatedAt', 'desc')
    .orderBy('postmortem.id', 'desc')
    .limit(most)
    .execute();

export type PostmortemRow = Awaited<ReturnType<typeof findPostmortem>> & {};

/** A template as a postmortem keeps it. */
export type TemplateCopy = Pick<Template, 'id' | 'name' | 'sections'>;

interface Move {
  id: string;
  transition: PostmortemTransition;
  from: PostmortemState;
  to: PostmortemState;
  reason: string;
  by: { id: string; name: string } | null;
  at: string;
}

const postmortems = prepareQuery((db, actor, { id }: { id: string }) =>
  described(db, actor)
    .select(eb => [
      eb
        .selectFrom('postmortemVersion as newest')
        .select(sql<readonly PlacedSection[]>`newest.sections`.as('sections'))
        .whereRef('newest.postmortemId', '=', 'postmortem.id')
        .orderBy('newest.version', 'desc')
        .limit(1)
        .as('placed'),
      sql<readonly MeasuredSection[]>`postmortem.measured`.as('measured'),
      jsonArrayFrom(
        eb
          .selectFrom('postmortemAccess')
          .leftJoin('person', 'person.id', 'postmortemAccess.personId')
          .leftJoin('team', 'team.id', 'postmortemAccess.teamId')
          .select(['person.id as person', 'team.id as team'])
          .select(sql<string>`coalesce(person.name, team.name)`.as('name'))
          .whereRef('postmortemAccess.postmortemId', '=', 'postmortem.id')
          .orderBy('name'),
      ).as('viewers'),
      jsonArrayFrom(
        eb
          .selectFrom('postmortemMove as move')
          .select(inner => [
            'move.id',
            'move.transition',
            'move.fromState as from',
            'move.toState as to',
            'move.reason',
            jsonInstant('move.movedAt').as('at'),
            jsonObjectFrom(
              inner
                .selectFrom('person')
                .select(['person.id', 'person.name'])
                .whereRef('person.id', '=', 'move.movedBy'),
            ).as('by'),
          ])
          .whereRef('move.postmortemId', '=', 'postmortem.id')
          .orderBy('move.id'),
      )
        .$castTo<Move[]>()
        .as('moves'),
    ])
    .where('postmortem.id', '=', id),
);

/** How many templates stay in memory. */
const MOST_REMEMBERED = 500;

const templates = rememberRows<TemplateCopy>({
  read: async (db, ids) => {
    const rows = await db
      .selectFrom('postmortem')
      .select(['id', sql<TemplateCopy>`template`.as('template')])
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute();
    return new Map(rows.map(({ id, template }) => [id, template]));
  },
  sizeOf: () => 1,
  most: MOST_REMEMBERED,
});

/** The template of a postmortem as it was when it was opened. */
export const templateOf = async (db: Db, postmortemId: string): Promise<TemplateCopy> =>
  (await templates(db, [postmortemId])).get(postmortemId)!;

/** One postmortem that the actor sees, with its template and its newest text; one that is being opened has none yet. */
export async function findPostmortem(db: Db, actor: Actor, id: string) {
  const row = (await postmortems(db, actor, { id })).at(0);
  if (!row) return undefined;
  const { viewers, placed, ...rest } = row;
  return Object.assign(rest, {
    people: viewers.flatMap(({ person: id, name }) => (id === null ? [] : [{ id, name }])),
    teams: viewers.flatMap(({ team: id, name }) => (id === null ? [] : [{ id, name }])),
    template: await templateOf(db, row.id),
    sections: await withTexts(db, placed ?? []),
  });
}

/** The postmortem of an incident that is not withdrawn, seen or not. */
export const findOpenPostmortem = (db: Db, incidentId: string) =>
  db
    .selectFrom('postmortem')
    .select('id')
    .where('incidentId', '=', incidentId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();

export interface NewPostmortem {
  id: string;
  incidentId: string;
  title: string;
  kind: string;
  templateId: string;
  template: TemplateCopy;
  dueOn: string | null;
  openedBy: string | null;
  at: string;
}

/** Adds a draft without a text, at version 0; its first text makes it version 1. */
export async function insertPostmortem(db: Db, { template, at, ...fields }: NewPostmortem): Promise<void> {
  await db
    .insertInto('postmortem')
    .values({
      ...fields,
      template: JSON.stringify(template),
      version: 0,
      state: 'draft',
      completeness: 0,
      measured: '[]',
      createdAt: at,
      updatedAt: at,
    })
    .execute();
}

/** Changes some columns and counts the version on; with none, only the version. */
export async function updatePostmortem(
  db: Db,
  id: string,
  { measured, ...fields }: Changes<PostmortemColumns>,
  at: string,
): Promise<void> {
  await db
    .updateTable('postmortem')
    .set(eb => ({
      ...fields,
      ...(measured && { measured: JSON.stringify(measured) }),
      updatedAt: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export interface NewMove {
  id: string;
  postmortemId: string;
  transition: PostmortemTransition;
  fromState: PostmortemState;
  toState: PostmortemState;
  reason: string;
  movedBy: string | null;
  movedAt: string;
}

export const insertMove = (db: Db, move: NewMove) => db.insertInto('postmortemMove').values(move).execute();
