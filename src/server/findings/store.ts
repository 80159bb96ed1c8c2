import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Confidence, FindingKind, Support } from '../../core/findings/finding.ts';
import { visibleThroughPostmortem } from '../platform/access/visiblePostmortem.ts';
import type { Changes } from '../platform/db/changes.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';

/** A piece of evidence that a finding rests on. */
export interface Cite {
  kind: 'citation' | 'moment' | 'record';
  id: string;
}

export interface FindingFields {
  statement: string;
  kind: FindingKind;
  support: Support;
  confidence: Confidence | null;
  note: string;
  cites: readonly Cite[];
}

/** Findings that the actor sees, with the actions that follow from them. */
const described = (db: Db, actor: Actor) =>
  db
    .selectFrom('finding')
    .select(['finding.id', 'finding.version', 'finding.postmortemId', 'finding.statement', 'finding.note'])
    .select(['finding.createdAt', 'finding.updatedAt'])
    .select(eb => [
      sql<FindingKind>`finding.kind`.as('kind'),
      sql<Support>`finding.support`.as('support'),
      sql<Confidence | null>`finding.confidence`.as('confidence'),
      sql<Cite[]>`finding.cites`.as('cites'),
      jsonArrayFrom(
        eb
          .selectFrom('action')
          .select(['action.id', 'action.title', 'action.state'])
          .whereRef('action.findingId', '=', 'finding.id')
          .orderBy('action.id'),
      ).as('actions'),
    ])
    .where(visibleThroughPostmortem(actor, 'finding.postmortem_id'));

export type FindingRow = Awaited<ReturnType<typeof findFinding>> & {};

/** All findings of a postmortem, in their order. */
export const listFindings = (db: Db, actor: Actor, postmortemId: string) =>
  described(db, actor)
    .where('finding.postmortemId', '=', postmortemId)
    .orderBy('finding.position')
    .orderBy('finding.id')
    .execute();

/** How many findings a postmortem has. */
export async function countFindings(db: Db, postmortemId: string): Promise<number> {
  const { count } = await db
    .selectFrom('finding')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('postmortemId', '=', postmortemId)
    .executeTakeFirstOrThrow();
  return count;
}

export const findFinding = (db: Db, actor: Actor, id: string) =>
  described(db, actor).where('finding.id', '=', id).executeTakeFirst();

export interface NewFinding extends FindingFields {
  id: string;
  postmortemId: string;
  createdBy: string | null;
  at: string;
}

/** Adds a finding behind the others of its postmortem. */
export async function insertFinding(db: Db, { cites, at, ...fields }: NewFinding): Promise<void> {
  await db
    .insertInto('finding')
    .values(eb => ({
      ...fields,
      cites: JSON.stringify(cites),
      position: eb
        .selectFrom('finding')
        .select(sql<number>`coalesce(max(position), 0) + 1`.as('position'))
        .where('postmortemId', '=', fields.postmortemId),
      createdAt: at,
      updatedAt: at,
    }))
    .execute();
}

/** Changes some fields and counts the version on. */
export async function updateFinding(
  db: Db,
  id: string,
  { cites, ...fields }: Changes<FindingFields>,
  at: string,
): Promise<void> {
  await db
    .updateTable('finding')
    .set(eb => ({
      ...fields,
      ...(cites && { cites: JSON.stringify(cites) }),
      updatedAt: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Puts findings into the order of the ids. */
export async function orderFindings(db: Db, postmortemId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update finding set position = given.position
    from unnest(${ids}::uuid[]) with ordinality as given (id, position)
    where finding.id = given.id and finding.postmortem_id = ${postmortemId}::uuid`.execute(db);
}

export const deleteFinding = (db: Db, id: string) => db.deleteFrom('finding').where('id', '=', id).execute();

/** Those of the cites that name no citation of the postmortem's text and no moment of its incident. */
export async function findAbsentCites(
  db: Db,
  { postmortemId, incidentId, cites }: { postmortemId: string; incidentId: string; cites: readonly Cite[] },
): Promise<Cite[]> {
  const { rows } = await sql<Cite>`
    select given.kind, given.id
    from jsonb_to_recordset(${JSON.stringify(cites)}::jsonb) as given (kind text, id text)
    where (given.kind = 'citation' and not exists (
        select from postmortem_citation
        where postmortem_id = ${postmortemId}::uuid and 'e' || ordinal = given.id
      ))
      or (given.kind = 'moment' and not exists (
        select from moment where incident_id = ${incidentId}::uuid and id::text = lower(given.id)
      ))`.execute(db);
  return rows;
}
