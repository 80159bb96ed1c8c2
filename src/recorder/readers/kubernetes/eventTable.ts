import { NEVER, whenOf } from '../names/whenOf.ts';
import type { LineReader } from '../reader.ts';
import { ownerOf } from './ownerOf.ts';

const HEADER = /^(?:NAMESPACE\s+)?(?:LAST SEEN|LASTSEEN|FIRST SEEN)\s+.*\b(?:REASON|TYPE)\b/;
/** Age or time, type, reason, object, and the message; a namespace may stand before, a sub-object and a source between. */
const ROW =
  /^(?:(?<namespace>[a-z0-9][a-z0-9-]*)\s+)?(?<seen>\d+(?:d|h|m|s)\S*(?: \(x\d+ over \S+\))?|<unknown>|\d{4}-\d\d-\d\dT\S+)\s+(?<type>Normal|Warning)\s+(?<reason>[A-Z]\w+)\s+(?<kind>[a-z][\w.]*)\/(?<object>[\w.-]+)\s+(?<message>.*)$/;

// biome-ignore format: a table
const KINDS: Record<string, string> = {
  po: 'Pod', pod: 'Pod', deploy: 'Deployment', deployment: 'Deployment', rs: 'ReplicaSet', replicaset: 'ReplicaSet',
  sts: 'StatefulSet', statefulset: 'StatefulSet', ds: 'DaemonSet', daemonset: 'DaemonSet', no: 'Node', node: 'Node',
  job: 'Job', hpa: 'HorizontalPodAutoscaler', horizontalpodautoscaler: 'HorizontalPodAutoscaler',
};

/**
 * The table of `kubectl get events`. It shows ages, not times, so its events have no time unless it was asked for them.
 *
 * `3m12s       Warning   BackOff   pod/cart-64469b5b48-5rjvb   Back-off restarting failed container`
 */
export const KUBERNETES_EVENT_TABLE: LineReader = {
  shape: 'lines',
  name: 'kubernetes-event-table',
  version: 1,
  recognise: ({ lines }) =>
    lines.filter(line => HEADER.test(line) || ROW.test(line)).length / lines.length || 0,
  read(line, context) {
    if (HEADER.test(line)) return [];
    const found = ROW.exec(line)?.groups;
    if (!found) return undefined;
    const { namespace, seen = '', type, reason, kind = '', object, message = '' } = found;
    const owner = ownerOf({ kind: KINDS[kind] ?? kind, name: object, namespace });
    const isTime = /^\d{4}-/.test(seen);
    return {
      ...(isTime ? whenOf(seen, context.time) : { ...NEVER, atRaw: seen }),
      kind: 'event',
      host: owner.host,
      service: owner.service,
      level: type === 'Warning' ? 'warn' : 'info',
      name: reason,
      body: message,
      attributes: { ...owner.attributes, type: type ?? '' },
    };
  },
  continues: () => false,
};
