import { sql } from 'kysely';
import { tellsNothingHidden } from '../../platform/access/tellsNothingHidden.ts';
import type { Db } from '../../platform/db/openDatabase.ts';
import type { Actor } from '../../platform/operations/actor.ts';

/** An audit event as it stands: `before` and `after` as JSON `{"salt","value"}`, null where there is none. */
export interface EventRow {
  id: string;
  at: string;
  operation: string;
  kind: string;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  before: string | null;
  after: string | null;
}

/** Audit events of an incident that the actor sees, newest first, behind the one with the id `after`. */
export const listEvents = (
  db: Db,
  actor: Actor,
  incidentId: string,
  { kind, after, most }: { kind?: readonly string[] | undefined; after?: string | undefined; most: number },
): Promise<EventRow[]> =>
  db
    .selectFrom('auditEvent')
    .select([
      'id',
      'at',
      'operation',
      'kind',
      'actorKind',
      'actorId',
      'actorName',
      'subjectKind',
      'subjectId',
      'before',
      'after',
    ])
    .where('incidentId', '=', incidentId)
    .where(tellsNothingHidden(actor))
    .$if(kind !== undefined, query => query.where('kind', 'in', [...kind!]))
    .$if(after !== undefined, query => query.where(sql<boolean>`id < ${after}::uuid`))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
