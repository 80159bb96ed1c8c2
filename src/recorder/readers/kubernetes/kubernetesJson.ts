import type { ReadRecord } from '../../../core/record.ts';
import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { isObject, type JsonObject, objectOf, textOf } from '../json/value.ts';
import type { TimeContext } from '../reader.ts';
import { auditRecords } from './auditRecords.ts';
import { eventRecords } from './eventRecords.ts';
import { objectRecords } from './objectRecords.ts';

/**
 * Kubernetes objects and events, one or a list, and the API server's audit log.
 *
 * `{"apiVersion":"v1","kind":"List","items":[{"kind":"Event","reason":"OOMKilling","involvedObject":{…},…}]}`
 */
const KUBERNETES_JSON: JsonFormat = {
  name: 'kubernetes-json',
  version: 1,
  arrays: ['items'],
  matches: document => (isKubernetes(document) || isKubernetes(watched(document)) ? 1 : 0),
  read: (entry, { around, time }) => kubernetesRecords(watched(entry), time, listed(around)),
};

export const KUBERNETES_JSON_READERS = jsonReaders(KUBERNETES_JSON);

/** Whether an object is one of Kubernetes, or a list of them. */
export function isKubernetes(value: JsonObject): boolean {
  if (typeof value.kind !== 'string' || typeof value.apiVersion !== 'string') return false;
  return (
    isObject(value.metadata) || Array.isArray(value.items) || value.apiVersion.startsWith('audit.k8s.io/')
  );
}

/** The records of one object; `kind` is what its list says its entries are, for entries that do not. */
export function kubernetesRecords(
  entry: JsonObject,
  time: TimeContext,
  kind?: string,
): ReadRecord[] | undefined {
  const object = typeof entry.kind === 'string' ? entry : { ...entry, kind };
  if (textOf(object.apiVersion)?.startsWith('audit.k8s.io/')) return auditRecords(object, time);
  if (object.kind === 'Event') return eventRecords(object, time);
  if (typeof object.kind !== 'string' || !isObject(object.metadata)) return undefined;
  return objectRecords(object, time);
}

/** The object of a watch notice: `{"type":"MODIFIED","object":{…}}`. */
function watched(document: JsonObject): JsonObject {
  return typeof document.type === 'string' && isObject(document.object)
    ? objectOf(document.object)
    : document;
}

/** What the entries of a typed list are: `PodList` holds `Pod`s. */
function listed(around: JsonObject): string | undefined {
  const kind = textOf(around.kind);
  return kind?.endsWith('List') && kind !== 'List' ? kind.slice(0, -4) : undefined;
}
