import type { AuditActor, EventKind } from '../platform/audit/event.ts';
import { ERASABLE } from '../platform/audit/event.ts';
import type { EventRow } from './store.ts';

interface Leaf {
  id: string;
  at: string;
  kind: EventKind;
  operation: string;
  outcome: 'success' | 'failure';
  actor: { kind: AuditActor['kind']; id: string | null };
  subject: { kind: string; id: string } | null;
  incident: string | null;
  requestId: string | null;
  commitments: Readonly<Record<string, string>>;
}

const leafOf = (row: EventRow): Leaf => JSON.parse(row.leaf);

const opened = (opening: string | null): unknown =>
  opening === null ? null : (JSON.parse(opening) as { value: unknown }).value;

const openedText = (opening: string | null): string | null => {
  const value = opened(opening);
  return typeof value === 'string' ? value : null;
};

/** An event as lists show it: who did what when, without what it was done with. */
export function toEvent(row: EventRow) {
  const { id, at, kind, operation, outcome, actor, subject, incident, requestId } = leafOf(row);
  return {
    id,
    index: row.index,
    at,
    kind,
    operation,
    outcome,
    actor: { ...actor, name: openedText(row.actorName) },
    subject,
    incidentId: incident,
    requestId,
    ip: openedText(row.ip),
  };
}

/** An event with everything that it holds. */
export function toWholeEvent(row: EventRow) {
  const { commitments } = leafOf(row);
  return {
    ...toEvent(row),
    userAgent: openedText(row.userAgent),
    input: opened(row.input),
    before: opened(row.before),
    after: opened(row.after),
    erased: ERASABLE.filter(field => field in commitments && row[field] === null),
  };
}
