import { hash, randomBytes, randomUUIDv7 } from 'node:crypto';
import { canonicalJson } from './canonicalJson.ts';
import { type AuditEvent, ERASABLE, type ErasableField } from './event.ts';

/** An event as it is stored: what is hashed, and what opens its commitments. */
export interface SealedEvent {
  id: string;
  /** Canonical JSON of the leaf. */
  leaf: string;
  /** Canonical JSON `{"salt","value"}` of each erasable field that the event has. */
  openings: Partial<Record<ErasableField, string>>;
}

const SALT_BYTES = 32;

/**
 * An event as a leaf and openings. A commitment is SHA-256 over the canonical JSON of its opening; its salt of 32 random
 * bytes makes sure that nobody finds an erased value again by trying. Throws TypeError when an id is not a plain one.
 */
export function sealEvent(event: AuditEvent): SealedEvent {
  const id = randomUUIDv7();
  const values = { ...event, actorName: event.actor.name } satisfies Partial<Record<ErasableField, unknown>>;
  const given = ERASABLE.filter(field => values[field] !== undefined && values[field] !== null);
  const salts = randomBytes(SALT_BYTES * given.length);
  const openings: SealedEvent['openings'] = {};
  const commitments: Partial<Record<ErasableField, string>> = {};
  given.forEach((field, place) => {
    const salt = salts.toString('base64url', place * SALT_BYTES, (place + 1) * SALT_BYTES);
    const opening = canonicalJson({ salt, value: values[field] });
    openings[field] = opening;
    commitments[field] = hash('sha256', opening, 'base64url');
  });
  return { id, leaf: canonicalJson(leafOf(id, event, commitments)), openings };
}

function leafOf(
  id: string,
  {
    operation,
    kind,
    outcome = 'success',
    actor,
    subject = null,
    incidentId,
    at,
    requestId = null,
  }: AuditEvent,
  commitments: Record<string, string>,
): object {
  return {
    v: 1,
    id,
    at,
    kind,
    operation: plain(operation),
    outcome,
    actor: { kind: actor.kind, id: actor.id ? plain(actor.id) : null },
    subject: subject && { kind: plain(subject.kind), id: plain(subject.id) },
    incident: incidentId ? plain(incidentId) : null,
    requestId: requestId && plain(requestId),
    commitments,
  };
}

/** Ids are for ever, and PostgreSQL reads them: letters, digits and signs of ASCII only. */
function plain(id: string): string {
  if (/^[\x20-\x7e]{1,200}$/.test(id)) return id;
  throw new TypeError(
    'An id in an audit event is 1 to 200 visible ASCII characters; put other text in `input`.',
  );
}
