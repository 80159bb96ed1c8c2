import type { api } from '../api.ts';
import type { AuditEvent } from './auditEvent.ts';

/** What the log is narrowed to, as it stands in the address. */
export interface AuditSearch {
  kind?: AuditEvent['kind'];
  operation?: string;
  actorId?: string;
  actorName?: string;
  incidentId?: string;
  subjectKind?: string;
  subjectId?: string;
  /** Instants. */
  from?: string;
  to?: string;
  /** The event whose drawer is open. */
  open?: string;
  show?: 'verification' | 'checkpoint';
}

const PASSED_ON = ['actorId', 'subjectKind', 'subjectId', 'from', 'to'] as const;

/** Numbers of incidents as people type them: `inc-12`; anything else is not asked for yet. */
const INCIDENT = /^(?:INC-\d{1,9}|[0-9a-f-]{36})$/i;
const OPERATION = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;

/** The operation's input that a state of the address asks for. */
export const toInput = (search: AuditSearch): Parameters<typeof api.audit.list.call>[0] => ({
  limit: 100,
  ...Object.fromEntries(PASSED_ON.flatMap(name => (search[name] ? [[name, search[name]]] : []))),
  ...(search.kind && { kind: [search.kind] }),
  ...(search.operation && OPERATION.test(search.operation) && { operation: [search.operation] }),
  ...(search.incidentId &&
    INCIDENT.test(search.incidentId) && { incidentId: search.incidentId.toUpperCase() }),
});

/** Whether anything is left out. */
export const isFiltered = ({ open: _, show: __, ...filters }: AuditSearch): boolean =>
  Object.values(filters).some(Boolean);
