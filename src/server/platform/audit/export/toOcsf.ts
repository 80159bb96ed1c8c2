import { isIP } from 'node:net';
import type { AuditActor, AuditEvent, ErasableField, EventKind } from '../event.ts';
import type { StoredEntry } from './readEntries.ts';

/** The version of the Open Cybersecurity Schema that the events follow. */
const OCSF = '1.8.0';

interface Leaf {
  id: string;
  at: string;
  kind: EventKind;
  operation: string;
  outcome: NonNullable<AuditEvent['outcome']>;
  actor: { kind: AuditActor['kind']; id: string | null };
  subject: { kind: string; id: string } | null;
  requestId: string | null;
  incident?: string | null;
}

const API_ACTIVITY = {
  class_uid: 6003,
  class_name: 'API Activity',
  category_uid: 6,
  category_name: 'Application Activity',
};
const AUTHENTICATION = {
  class_uid: 3002,
  class_name: 'Authentication',
  category_uid: 3,
  category_name: 'Identity & Access Management',
};

/** Kind → class and activity of OCSF. What a change did is told by what was there before and after. */
const ACTIVITIES = {
  change: changeActivity,
  view: () => ({ ...API_ACTIVITY, activity_id: 2, activity_name: 'Read' }),
  export: () => ({ ...API_ACTIVITY, activity_id: 2, activity_name: 'Read' }),
  evidence_read: () => ({ ...API_ACTIVITY, activity_id: 2, activity_name: 'Read' }),
  sign_in: () => ({ ...AUTHENTICATION, activity_id: 1, activity_name: 'Logon' }),
  sign_out: () => ({ ...AUTHENTICATION, activity_id: 2, activity_name: 'Logoff' }),
} satisfies Record<EventKind, (commitments: Partial<Record<ErasableField, string>>) => object>;

const STATUSES = {
  success: { status_id: 1, status: 'Success', severity_id: 1, severity: 'Informational' },
  failure: { status_id: 2, status: 'Failure', severity_id: 2, severity: 'Low' },
} satisfies Record<Leaf['outcome'], object>;

const USER_TYPES = {
  person: { type_id: 1, type: 'User' },
  token: { type_id: 4, type: 'Service' },
  system: { type_id: 3, type: 'System' },
  anonymous: { type_id: 0, type: 'Unknown' },
} satisfies Record<AuditActor['kind'], object>;

/** The commitments stay when values are erased, so an erased event keeps its activity. */
function changeActivity({ before, after }: Partial<Record<ErasableField, string>>) {
  if (!before && after) return { ...API_ACTIVITY, activity_id: 1, activity_name: 'Create' };
  if (before && !after) return { ...API_ACTIVITY, activity_id: 4, activity_name: 'Delete' };
  return { ...API_ACTIVITY, activity_id: 3, activity_name: 'Update' };
}

/** An entry as an event of OCSF: API Activity (6003), or Authentication (3002) for signing in and out. */
export function toOcsf(entry: StoredEntry): object {
  const { commitments, ...leaf }: Leaf & { commitments: Partial<Record<ErasableField, string>> } = JSON.parse(
    entry.leaf,
  );
  const activity = ACTIVITIES[leaf.kind](commitments);
  return {
    ...activity,
    type_uid: activity.class_uid * 100 + activity.activity_id,
    type_name: `${activity.class_name}: ${activity.activity_name}`,
    ...STATUSES[leaf.outcome],
    time: Date.parse(leaf.at),
    message: messageOf(leaf),
    metadata: metadataOf(leaf, entry.index),
    ...(activity.class_uid === AUTHENTICATION.class_uid
      ? authentication(leaf, entry)
      : apiActivity(leaf, entry)),
    unmapped: {
      audit_kind: leaf.kind,
      leaf_hash: entry.hash.toString('base64url'),
      incident: leaf.incident ?? undefined,
      before: opened(entry.before),
      after: opened(entry.after),
    },
  };
}

function apiActivity(leaf: Leaf, entry: StoredEntry): object {
  return {
    actor: { user: userOf(leaf, entry), app_name: 'Afterword' },
    api: {
      operation: leaf.operation,
      service: { name: 'Afterword' },
      request: leaf.requestId === null ? undefined : { uid: leaf.requestId, data: opened(entry.input) },
    },
    src_endpoint: endpointOf(entry) ?? { name: 'unknown' },
    http_request: agentOf(entry),
    resources: leaf.subject ? [{ type: leaf.subject.kind, uid: leaf.subject.id }] : undefined,
  };
}

function authentication(leaf: Leaf, entry: StoredEntry): object {
  return {
    user: userOf(leaf, entry),
    service: { name: 'Afterword' },
    src_endpoint: endpointOf(entry),
    http_request: agentOf(entry),
  };
}

function messageOf({ operation, subject, outcome }: Leaf): string {
  const what = subject ? `${operation} on ${subject.kind} ${subject.id}` : operation;
  return outcome === 'success' ? what : `${what} failed`;
}

function metadataOf({ id, at, operation, requestId }: Leaf, index: number): object {
  return {
    version: OCSF,
    product: { name: 'Afterword', vendor_name: 'Afterword' },
    uid: id,
    sequence: index,
    event_code: operation,
    log_name: 'audit',
    original_time: at,
    correlation_uid: requestId ?? undefined,
  };
}

function userOf({ actor }: Leaf, { actorName }: StoredEntry): object {
  const name = textOf(actorName);
  return {
    uid: actor.id ?? undefined,
    name: name ?? (actor.id === null ? actor.kind : undefined),
    ...USER_TYPES[actor.kind],
  };
}

function endpointOf({ ip }: StoredEntry): object | undefined {
  const address = textOf(ip);
  return address !== undefined && isIP(address) ? { ip: address } : undefined;
}

function agentOf({ userAgent }: StoredEntry): object | undefined {
  const agent = textOf(userAgent);
  return agent === undefined ? undefined : { user_agent: agent };
}

const opened = (opening: string | null): unknown =>
  opening === null ? undefined : (JSON.parse(opening) as { value: unknown }).value;

function textOf(opening: string | null): string | undefined {
  const value = opened(opening);
  return typeof value === 'string' ? value : undefined;
}
