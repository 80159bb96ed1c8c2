import { sql } from 'kysely';
import type { z } from 'zod';
import type { liveEvent } from '../../contract/events.ts';
import { tellsNothingHidden } from '../platform/access/tellsNothingHidden.ts';
import { visible } from '../platform/access/visible.ts';
import { visiblePostmortem } from '../platform/access/visiblePostmortem.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';

/** Nouns that belong to no incident and that everyone may hear of; of a restricted postmortem only its readers do. */
const OPEN_NOUNS = ['service', 'team', 'template', 'taxonomyTerm'];

export interface EventFilter {
  /** Position of the last event that was seen. */
  after: number;
  incidentId?: string | undefined;
  most: number;
}

/** Position of the newest event; -1 before the first. */
export async function newestPosition(db: Db): Promise<number> {
  const { newest } = await db
    .selectFrom('auditLeaf')
    .select(sql<number>`coalesce(max(index), -1)`.as('newest'))
    .executeTakeFirstOrThrow();
  return newest;
}

/** Changes that an actor may hear of, in the log's order. */
export const listEvents = async (
  db: Db,
  actor: Actor,
  { after, incidentId, most }: EventFilter,
): Promise<z.infer<typeof liveEvent>[]> => {
  const rows = await db
    .selectFrom('auditLeaf')
    .innerJoin('auditEvent', 'auditEvent.id', 'auditLeaf.eventId')
    .select([
      'auditLeaf.index as position',
      'operation',
      'subjectKind',
      'subjectId',
      'incidentId',
      'actorId',
      'at',
    ])
    .where('auditLeaf.index', '>', after)
    .where('kind', '=', 'change')
    .where('subjectId', 'is not', null)
    .where(
      sql<boolean>`(audit_event.incident_id is not null and exists (
        select from incident where incident.id = audit_event.incident_id::uuid and ${visible(actor)}
      ) or audit_event.incident_id is null and case subject_kind
        when 'postmortem' then exists (
          select from postmortem where postmortem.id = subject_id::uuid and ${visiblePostmortem(actor)}
        )
        else subject_kind = any(${OPEN_NOUNS})
      end)`,
    )
    .where(tellsNothingHidden(actor))
    .$if(incidentId !== undefined, query => query.where('incidentId', '=', incidentId!))
    .orderBy('auditLeaf.index')
    .limit(most)
    .execute();
  return rows.map(({ subjectKind, subjectId, ...row }) => ({
    ...row,
    subject: { kind: subjectKind!, id: subjectId! },
  }));
};
