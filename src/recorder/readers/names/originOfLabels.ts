import type { Attributes } from '../../../core/record.ts';
import { attributeOf, type JsonObject, textOf } from '../json/value.ts';
import { serviceOfPod } from './serviceOfPod.ts';

/** Whose telemetry or alert it is, as far as labels tell. */
export interface LabelOrigin {
  service: string | undefined;
  host: string | undefined;
  attributes: Attributes;
}

/** Labels that name the service itself, the surest first. */
const SERVICE = [
  'service_name',
  'service.name',
  'exported_service',
  'service',
  'app_kubernetes_io_name',
  'app.kubernetes.io/name',
  'app',
  'application',
  'destination_service_name',
];
/** Labels from which it follows when none of those is there. */
const WORKLOAD = ['deployment', 'statefulset', 'daemonset', 'workload'];
const POD = ['pod', 'pod_name', 'k8s_pod_name', 'kubernetes_pod_name', 'exported_pod'];
const LAST = ['container', 'container_name', 'component', 'job', 'job_name'];
const HOST = [
  'node',
  'nodename',
  'node_name',
  'hostname',
  'host',
  'kubernetes_node',
  'exported_instance',
  'instance',
];

/** What measures others, and so says nothing of who is measured: then the host alone is known. */
const EXPORTER =
  /kubelet|cadvisor|kube-state-metrics|(?:node|blackbox)-?exporter|prometheus-(?:operator|node)/i;

/**
 * Reads the labels of a series, a log stream or an alert. Every label stays an attribute; those of pods under our name.
 *
 * `{job: "kubelet", pod: "cart-64469b5b48-5rjvb", node: "n1"}` gives service `cart` on host `n1`.
 */
export function originOfLabels(labels: JsonObject, omitted: readonly string[] = []): LabelOrigin {
  const attributes: Attributes = {};
  for (const key of Object.keys(labels)) {
    if (!omitted.includes(key)) attributes[key] = attributeOf(labels[key]);
  }
  const pod = first(labels, POD);
  if (pod) attributes.pod = pod;
  const isMeasured = (name: string | undefined) => name !== undefined && !EXPORTER.test(name);
  const service = [
    first(labels, SERVICE),
    first(labels, WORKLOAD),
    pod && serviceOfPod(pod),
    first(labels, LAST),
  ].find(isMeasured);
  // `instance` is an address with a port.
  const host = first(labels, HOST)?.replace(/:\d+$/, '');
  return { service, host, attributes };
}

function first(labels: JsonObject, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = textOf(labels[key]);
    if (text) return text;
  }
  return undefined;
}
