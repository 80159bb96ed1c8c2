import type { Attributes, AttributeValue } from '../../../core/record.ts';
import { serviceOfPod } from '../names/serviceOfPod.ts';
import type { AnyValue, KeyValue, Resource } from './shape.ts';

/** The plain value of an OTLP value; integers beyond 2^53 stay text. */
export function plainValue(value: AnyValue | undefined): AttributeValue {
  if (!value) return null;
  if (value.stringValue !== undefined) return value.stringValue;
  if (value.intValue !== undefined) {
    const number = Number(value.intValue);
    return Number.isSafeInteger(number) ? number : String(value.intValue);
  }
  if (value.boolValue !== undefined) return value.boolValue;
  if (value.doubleValue !== undefined) {
    const number = Number(value.doubleValue);
    return Number.isFinite(number) ? number : String(value.doubleValue);
  }
  if (value.arrayValue) return (value.arrayValue.values ?? []).map(plainValue);
  if (value.kvlistValue) return plainAttributes(value.kvlistValue.values);
  return value.bytesValue ?? null;
}

/** A list of key-value pairs as an object, on top of a copy of `base`. */
export function plainAttributes(pairs: KeyValue[] | undefined, base?: Attributes): Attributes {
  const attributes: Attributes = base ? { ...base } : {};
  if (!Array.isArray(pairs)) return attributes;
  for (const pair of pairs) attributes[pair.key] = plainValue(pair.value);
  return attributes;
}

/** Whose telemetry a batch is: what every record of it shares. */
export interface Origin {
  service: string | undefined;
  host: string | undefined;
  attributes: Attributes;
}

/** Our names for instance identity. */
const IDENTITY: Record<string, string> = {
  'k8s.pod.name': 'pod',
  'k8s.container.name': 'container',
  'k8s.namespace.name': 'namespace',
};

/** Resource attributes that are stated as columns. */
const COLUMNS = new Set(['service.name', 'host.name', 'k8s.node.name']);

/** Reads a resource: its service and host, and the rest of its attributes under our names. */
export function originOf(resource: Resource | undefined): Origin {
  const all = plainAttributes(resource?.attributes);
  const attributes: Attributes = {};
  for (const [key, value] of Object.entries(all)) {
    if (!COLUMNS.has(key)) attributes[IDENTITY[key] ?? key] = value;
  }
  const node = textAt(all, 'k8s.node.name');
  const hostName = textAt(all, 'host.name');
  // Inside a container `host.name` is often the pod; the clock belongs to the node.
  if (node && hostName && hostName !== node) attributes['host.name'] = hostName;
  const pod = textAt(all, 'k8s.pod.name');
  return {
    service:
      textAt(all, 'service.name') ??
      textAt(all, 'k8s.deployment.name') ??
      textAt(all, 'k8s.statefulset.name') ??
      textAt(all, 'k8s.daemonset.name') ??
      (pod ? serviceOfPod(pod) : undefined),
    host: node ?? hostName,
    attributes,
  };
}

function textAt(attributes: Attributes, key: string): string | undefined {
  const value = attributes[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
