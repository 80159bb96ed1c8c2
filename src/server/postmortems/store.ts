import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { PostmortemState, PostmortemTransition } from '../../core/lifecycle/postmortem.ts';
import type { Changes } from '../platform/db/changes.ts';
import { jsonInstant } from '../platform/db/jsonInstant.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import { prepareQuery } from '../platform/db/prepareQuery.ts';
import type { Actor } from '../platform/operations/actor.ts';
import { selectPostmortems } from './listStore.ts';
import { type TemplateCopy, templateOf } from './templateStore.ts';
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

export type PostmortemRow = Awaited<ReturnType<typeof findPostmortem>> & {};

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
  selectPostmortems(db, actor)
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
