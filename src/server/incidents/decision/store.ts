import { sql } from 'kysely';
import type { Db } from '../../platform/db/openDatabase.ts';

/** An earlier incident that one resembles. */
export interface SimilarRow {
  id: string;
  number: number;
  title: string;
  declaredAt: string;
}

/** What of an incident others may resemble. */
export interface Compared {
  id: string;
  number: number;
  startedAt: string | null;
  declaredAt: string;
  layer: string | null;
  causeClass: string | null;
  useCase: string | null;
}

/**
 * Incidents that began in the 30 days before this one and resemble it: one affected service and the cause class or the
 * use case in common, or all three terms of the taxonomy. Restricted ones are left out, whoever asks: a decision reads
 * the same for everyone, and tells nobody of what they may not see.
 */
export async function findSimilar(db: Db, incident: Compared): Promise<SimilarRow[]> {
  const { id, number, layer, useCase } = incident;
  const began = sql`${incident.startedAt ?? incident.declaredAt}::timestamptz`;
  // Two causes that nobody knows have nothing in common.
  const causeClass = incident.causeClass === 'unknown' ? null : incident.causeClass;
  const { rows } = await sql<SimilarRow>`
    select other.id, other.number, other.title, other.declared_at as "declaredAt"
    from incident other
    where coalesce(other.started_at, other.declared_at) between ${began} - interval '30 days' and ${began}
      -- Of two that began at one instant the later declared is the repetition.
      and (coalesce(other.started_at, other.declared_at), other.number) < (${began}, ${number}::integer)
      and not other.is_restricted
      and (
        (
          (other.use_case = ${useCase} or other.cause_class = ${causeClass})
          and exists (
            select from incident_service theirs
            join incident_service ours on ours.service_id = theirs.service_id and ours.incident_id = ${id}::uuid
            where theirs.incident_id = other.id
          )
        )
        or (other.layer = ${layer} and other.cause_class = ${causeClass} and other.use_case = ${useCase})
      )
    order by other.declared_at desc, other.id desc
    limit 20`.execute(db);
  return rows;
}
