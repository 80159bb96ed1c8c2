import type { Attributes } from '../../../core/record.ts';
import { firstText, type JsonObject, objectOf, objectsOf, textOf } from '../json/value.ts';
import { serviceOfPod } from '../names/serviceOfPod.ts';

/** What an object is about, in our terms. */
export interface Owner {
  service: string | undefined;
  host: string | undefined;
  attributes: Attributes;
}

/** Kinds whose names end like those of pods. */
const NAMED_LIKE_PODS = new Set([
  'Pod',
  'ReplicaSet',
  'Job',
  'ControllerRevision',
  'Endpoints',
  'EndpointSlice',
]);
const SERVICE_LABELS = ['app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app', 'k8s-app', 'name'];

/** Whose event or state it is, from the kind, name and namespace of the object that it regards. */
export function ownerOf(regarding: JsonObject, labels: JsonObject = {}): Owner {
  const kind = textOf(regarding.kind) ?? '';
  const name = textOf(regarding.name);
  const namespace = textOf(regarding.namespace);
  const attributes: Attributes = {};
  if (kind) attributes.kind = kind;
  if (name && kind !== 'Pod') attributes.object = name;
  if (name && kind === 'Pod') attributes.pod = name;
  if (namespace) attributes.namespace = namespace;
  const container = /\{([\w.-]+)\}/.exec(textOf(regarding.fieldPath) ?? '')?.[1];
  if (container) attributes.container = container;
  if (kind === 'Node') return { service: undefined, host: name, attributes };
  const labelled = SERVICE_LABELS.map(key => textOf(labels[key])).find(value => value !== undefined);
  return { service: labelled ?? (name && withoutHash(kind, name)), host: undefined, attributes };
}

function withoutHash(kind: string, name: string): string {
  if (kind === 'ReplicaSet' || kind === 'ControllerRevision') return name.replace(/-[0-9a-z]{5,10}$/, '');
  return NAMED_LIKE_PODS.has(kind) ? serviceOfPod(name) : name;
}

/** The images that an object's containers run, a space between; undefined when it runs none. */
export function imagesOf(object: JsonObject): string | undefined {
  const spec = objectOf(object.spec);
  const template = objectOf(objectOf(objectOf(spec.template).spec));
  const containers = objectsOf(spec.containers ?? template.containers);
  const images = containers
    .map(container => firstText(container, 'image'))
    .filter(image => image !== undefined);
  return images.length > 0 ? images.join(' ') : undefined;
}
