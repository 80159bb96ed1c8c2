import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../operations/actor.ts';
import { seesAll, visibleThrough } from './visible.ts';

/**
 * The condition under which an actor sees a row of `postmortem`: its incident is seen, and where the postmortem itself is
 * restricted the actor owns it, opened it, is on its list, or is an administrator.
 *
 * @param table name or alias of `postmortem` in the query, in snake_case
 */
export function visiblePostmortem(actor: Actor, table = 'postmortem'): RawBuilder<boolean> {
  const incident = visibleThrough(actor, `${table}.incident_id`);
  if (seesAll(actor) || actor.kind === 'anonymous') return incident;
  const postmortem = sql.table(table);
  return sql`(${incident} and (not ${postmortem}.is_restricted or exists (
    select from postmortem_viewer
    where postmortem_viewer.postmortem_id = ${postmortem}.id
      and (postmortem_viewer.person_id = ${actor.id}::uuid or postmortem_viewer.team_id = any(${actor.teamIds}::uuid[]))
  )))`;
}

/**
 * The condition under which an actor sees what hangs on a postmortem: its findings, its actions.
 *
 * @param postmortemId column that names the postmortem, in snake_case: `finding.postmortem_id`
 */
export const visibleThroughPostmortem = (actor: Actor, postmortemId: string): RawBuilder<boolean> =>
  sql`exists (
    select from postmortem as read where read.id = ${sql.ref(postmortemId)} and ${visiblePostmortem(actor, 'read')}
  )`;
