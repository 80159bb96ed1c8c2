import type { CustodyRow } from './store.ts';

/** An erasable field of an audit event; null where there is none, or it was erased. */
const opened = (opening: string | null): unknown =>
  opening === null ? null : (JSON.parse(opening) as { value: unknown }).value;

/** An entry of the chain of custody as the contract shows it. */
export function toCustody({
  actorKind,
  actorId,
  actorName,
  subjectKind,
  subjectId,
  input,
  ...event
}: CustodyRow) {
  const { reason } = (opened(input) ?? {}) as { reason?: unknown };
  return {
    ...event,
    actor: { kind: actorKind, id: actorId, name: opened(actorName) as string | null },
    subject: { kind: subjectKind!, id: subjectId! },
    reason: typeof reason === 'string' ? reason : null,
  };
}
