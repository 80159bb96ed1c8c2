import { type Kysely, sql } from 'kysely';
import type { ErasableField } from './event.ts';

/** Whose events, or the events on what. */
export type ErasureScope = { actorId: string } | { subject: { kind: string; id: string } };

const COLUMNS = {
  actorName: 'actor_name',
  ip: 'ip',
  userAgent: 'user_agent',
  input: 'input',
  before: 'before',
  after: 'after',
} satisfies Record<ErasableField, string>;

/**
 * Forgets values of events, for ever, with their salts; the log still proves that there was one, and stays verifiable.
 * Returns how many events were touched. The caller records an event that says what was erased, and why.
 */
export async function eraseFields<Database>(
  transaction: Kysely<Database>,
  scope: ErasureScope,
  fields: readonly ErasableField[],
): Promise<number> {
  if (fields.length === 0) return 0;
  const columns = fields.map(field => sql.ref(COLUMNS[field]));
  const emptied = sql.join(columns.map(column => sql`${column} = null`));
  const held = sql.join(columns);
  const { numAffectedRows } = await sql`
    update audit_event set ${emptied} where ${conditionOf(scope)} and num_nonnulls(${held}) > 0`.execute(
    transaction,
  );
  return Number(numAffectedRows ?? 0);
}

const conditionOf = (scope: ErasureScope) =>
  'actorId' in scope
    ? sql`actor_id = ${scope.actorId}`
    : sql`subject_kind = ${scope.subject.kind} and subject_id = ${scope.subject.id}`;
