import { sql } from 'kysely';
import type { Db } from '../../platform/db/openDatabase.ts';

/** An earlier incident that one resembles. */
export interface SimilarRow {
  id: string;
  number: number;
  title: string;
  declaredAt: string;
}

/**
 * Incidents that began in the 30 days before this one and resemble it: one affected service and the cause class or the
 * use case in common, or all three terms of the taxonomy. Restricted ones are left out, whoever asks: a decision reads
 * the same for everyone, and tells nobody of what they may not see.
 */
export async function findSimilar(db: Db, incidentId: string): Promise<SimilarRow[]> {
  const { rows } = await sql<SimilarRow>`
    select other.id, other.number, other.title, other.declared_at as "declaredAt"
    from incident mine
    join incident other on other.id <> mine.id
      and coalesce(other.started_at, other.declared_at) <= coalesce(mine.started_at, mine.declared_at)
      and coalesce(other.started_at, other.declared_at) >= coalesce(mine.started_at, mine.declared_at) - interval '30 days'
      -- Of two that began at one instant the later declared is the repetition.
      and (coalesce(other.started_at, other.declared_at), other.number) < (coalesce(mine.started_at, mine.declared_at), mine.number)
    where mine.id = ${incidentId}::uuid
      and not other.is_restricted
      and (
        (
          (other.use_case = mine.use_case or (other.cause_class = mine.cause_class and mine.cause_class <> 'unknown'))
          and exists (
            select from incident_service theirs
            join incident_service ours on ours.service_id = theirs.service_id and ours.incident_id = mine.id
            where theirs.incident_id = other.id
          )
        )
        or (
          (other.layer, other.cause_class, other.use_case) = (mine.layer, mine.cause_class, mine.use_case)
          and mine.cause_class <> 'unknown'
        )
      )
    order by other.declared_at desc, other.id desc
    limit 20`.execute(db);
  return rows;
}
