import { type RawBuilder, sql } from 'kysely';
import { visibleThrough } from '../platform/access/visible.ts';
import { visibleThroughPostmortem } from '../platform/access/visiblePostmortem.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';
import { packedOrds, unpackOrds } from './packedOrds.ts';

/** The condition under which an actor sees a row of `search_document`: its incident is seen, and its postmortem, if it has one. */
export const visibleDocument = (actor: Actor, table: string): RawBuilder<boolean> =>
  sql`(${visibleThrough(actor, `${table}.incident_id`)} and (
    ${sql.ref(`${table}.postmortem_id`)} is null
    or ${visibleThroughPostmortem(actor, `${table}.postmortem_id`)}
  ))`;

/**
 * Guarded documents that an actor sees. Asked are only those of incidents that they have to do with, and of postmortems
 * that they are on the list of: nothing else that is guarded can be theirs to see, and it is little.
 */
export async function findGuarded(db: Db, actor: Actor): Promise<Uint32Array> {
  const { rows } = await sql<{ ords: Buffer | null }>`
    select ${packedOrds} as ords from search_document as document
    where ${visibleDocument(actor, 'document')} and document.ord = any(array(
      select near.ord from search_document as near
      where near.is_guarded and (near.incident_id in (
        select incident_id from incident_access
        where person_id = ${actor.id}::uuid or team_id = any(${actor.teamIds}::uuid[])
        union all
        select incident_id from incident_role where person_id = ${actor.id}::uuid and until is null
        union all
        select incident_id from incident_team where team_id = any(${actor.teamIds}::uuid[])
      ) or near.postmortem_id in (
        select postmortem_id from postmortem_viewer
        where person_id = ${actor.id}::uuid or team_id = any(${actor.teamIds}::uuid[])
      ))
    ))`.execute(db);
  return unpackOrds(rows[0]!.ords);
}

/** Those of some documents that are guarded and that an actor sees. */
export async function findGuardedAmong(db: Db, actor: Actor, among: readonly number[]): Promise<Uint32Array> {
  const { rows } = await sql<{ ords: Buffer | null }>`
    select ${packedOrds} as ords from search_document as document
    where document.ord = any(${among}::integer[]) and document.is_guarded
      and ${visibleDocument(actor, 'document')}`.execute(db);
  return unpackOrds(rows[0]!.ords);
}
