import { sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { PostmortemState } from '../../core/lifecycle/postmortem.ts';
import type { Severity } from '../../core/taxonomy/severities.ts';
import { isNamed } from '../platform/access/enterIncident.ts';
import { visiblePostmortem } from '../platform/access/visiblePostmortem.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';

/** Postmortems that the actor sees, with their incident and owner. */
export const selectPostmortems = (db: Db, actor: Actor) =>
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
  selectPostmortems(db, actor)
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
