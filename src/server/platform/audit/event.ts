/** What kind of thing happened: what a reader of the log filters by. */
export type EventKind = 'change' | 'view' | 'export' | 'evidence_read' | 'sign_in' | 'sign_out';

/** Who did it. `id` is null or empty where there is nobody to name. */
export interface AuditActor {
  kind: 'person' | 'token' | 'system' | 'anonymous';
  id: string | null;
  /** Erasable: the name as it was then. */
  name?: string | null;
}

/**
 * One thing that someone did. What may have to be forgotten one day (the erasable fields) enters the log as salted
 * commitments only; everything else stays for ever, so ids must not be mail addresses or names.
 */
export interface AuditEvent {
  /** The operation's name in the contract, e.g. `incidents.declare`. */
  operation: string;
  kind: EventKind;
  /** Default `success`. */
  outcome?: 'success' | 'failure';
  actor: AuditActor;
  subject?: { kind: string; id: string } | null;
  /** The incident that this belongs to: who may not see it does not hear of the event. */
  incidentId?: string | null;
  /** ISO 8601 in UTC, e.g. `2023-01-30T12:07:14.123Z`. */
  at: string;
  requestId?: string | null;
  /** Erasable. */
  ip?: string | null;
  /** Erasable. */
  userAgent?: string | null;
  /** Erasable; without secret fields. */
  input?: unknown;
  /** Erasable: the subject as it was; null where there was none. */
  before?: unknown;
  /** Erasable: the subject as it is now; null where there is none any more. */
  after?: unknown;
}

/** The fields that enter as commitments, by their names in the leaf. */
export const ERASABLE = ['actorName', 'ip', 'userAgent', 'input', 'before', 'after'] as const;
export type ErasableField = (typeof ERASABLE)[number];
