import type { JsonObject } from '../../json/value.ts';
import { type Entry, textUnder, under } from './outline.ts';

/** What tells kinds apart, since a description does not name its own; the first that fits. */
const KINDS: readonly (readonly [kind: string, ...keys: string[]])[] = [
  ['Deployment', 'StrategyType'],
  ['DaemonSet', 'Desired Number of Nodes Scheduled'],
  ['StatefulSet', 'Pods Status', 'Update Strategy'],
  ['ReplicaSet', 'Pods Status', 'Replicas'],
  ['Job', 'Parallelism'],
  ['CronJob', 'Schedule', 'Concurrency Policy'],
  ['HorizontalPodAutoscaler', 'Min replicas', 'Max replicas'],
  ['Node', 'Capacity', 'Allocatable'],
  ['Pod', 'Containers', 'Node'],
  ['PersistentVolumeClaim', 'StorageClass', 'Access Modes'],
  ['Service', 'Endpoints'],
];

export interface Manifest extends JsonObject {
  kind: string;
  metadata: JsonObject;
}

/**
 * What a description tells of an object, as its manifest would: name, labels, images, conditions, and how its containers
 * fared.
 */
export function manifestOf(outline: Entry): Manifest {
  const containers = under(under(outline, 'Pod Template') ?? outline, 'Containers')?.children ?? [];
  const initContainers = under(outline, 'Init Containers')?.children ?? [];
  return {
    kind: kindOf(outline),
    metadata: {
      name: textUnder(outline, 'Name'),
      namespace: textUnder(outline, 'Namespace'),
      creationTimestamp: textUnder(outline, 'CreationTimestamp'),
      labels: labelsOf(textUnder(outline, 'Labels')),
    },
    spec: {
      nodeName: textUnder(outline, 'Node')?.split('/')[0],
      containers: containers.map(entry => ({ name: entry.key, image: textUnder(entry, 'Image') })),
    },
    status: {
      startTime: textUnder(outline, 'Start Time'),
      conditions: (under(outline, 'Conditions')?.rows ?? []).map(conditionOf),
      containerStatuses: containers.map(statusOf),
      initContainerStatuses: initContainers.map(statusOf),
    },
  };
}

function kindOf(outline: Entry): string {
  const [kind] = KINDS.find(([, ...keys]) => keys.every(key => under(outline, key))) ?? [];
  return kind ?? textUnder(outline, 'Kind') ?? 'Object';
}

/** `app=cart`, one a line. */
const labelsOf = (text = ''): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .map(line => line.split('=', 2))
      .flatMap(([name, value]) => (name && value !== undefined ? [[name.trim(), value.trim()]] : [])),
  );

const conditionOf = (row: Record<string, string>): JsonObject => ({
  type: row.Type,
  status: row.Status,
  reason: row.Reason || undefined,
  message: row.Message || undefined,
  lastTransitionTime: row.LastTransitionTime || undefined,
  lastHeartbeatTime: row.LastHeartbeatTime || row.LastProbeTime || undefined,
});

const statusOf = (container: Entry): JsonObject => ({
  name: container.key,
  restartCount: Number(textUnder(container, 'Restart Count') ?? 0),
  state: stateOf(under(container, 'State')),
  lastState: stateOf(under(container, 'Last State') ?? under(container, 'Last Termination State')),
});

function stateOf(state: Entry | undefined): JsonObject {
  const startedAt = textUnder(state, 'Started');
  if (state?.value === 'Running') return { running: { startedAt } };
  if (state?.value !== 'Terminated') return {};
  return {
    terminated: {
      startedAt,
      finishedAt: textUnder(state, 'Finished'),
      reason: textUnder(state, 'Reason'),
      exitCode: Number(textUnder(state, 'Exit Code')),
    },
  };
}
