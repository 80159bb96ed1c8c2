import type { Attributes, ReadRecord } from '../../../core/record.ts';
import {
  arrayOf,
  at,
  firstText,
  type JsonObject,
  numberOf,
  objectOf,
  objectsOf,
  textOf,
} from '../json/value.ts';
import { NEVER, whenOf } from '../names/whenOf.ts';
import type { TimeContext } from '../reader.ts';
import { imagesOf, type Owner, ownerOf } from './ownerOf.ts';

/** Something that an object's state says happened at a time. */
interface Happening {
  kind: 'event' | 'change';
  time: unknown;
  name: string;
  body: string;
  level?: 'info' | 'warn' | 'error';
  attributes?: Attributes;
}

/**
 * The records of an object's manifest: the snapshot itself, and what its state says happened when: roll-outs and other
 * conditions, containers that started or were killed, scheduling, deletion.
 */
export function objectRecords(object: JsonObject, time: TimeContext): ReadRecord[] {
  const metadata = objectOf(object.metadata);
  const owner = ownerOf(
    { kind: object.kind, name: metadata.name, namespace: metadata.namespace },
    objectOf(metadata.labels),
  );
  owner.host ??= firstText(object, 'spec.nodeName');
  const happenings = [
    ...created(object),
    ...deployed(object),
    ...managed(object),
    ...conditions(object),
    ...containers(object),
  ];
  return [
    snapshot(object, owner),
    ...happenings
      .map(happening => recordOf(happening, owner, time))
      .filter(record => record.at !== undefined),
  ];
}

function snapshot(object: JsonObject, owner: Owner): ReadRecord {
  const metadata = objectOf(object.metadata);
  const attributes: Attributes = { ...owner.attributes };
  const images = imagesOf(object);
  if (images) attributes.images = images;
  for (const key of ['resourceVersion', 'generation', 'uid']) {
    const value = textOf(metadata[key]);
    if (value) attributes[key] = value;
  }
  const name = `${textOf(object.kind) ?? 'object'}/${textOf(metadata.name) ?? ''}`;
  const { managedFields: _, ...shown } = metadata;
  return {
    // A manifest is true when it was taken, which it does not say.
    ...NEVER,
    kind: 'object',
    host: owner.host,
    service: owner.service,
    name,
    body: JSON.stringify({ ...object, metadata: shown }),
    attributes,
  };
}

function recordOf(happening: Happening, owner: Owner, time: TimeContext): ReadRecord {
  return {
    ...whenOf(happening.time, time),
    kind: happening.kind,
    host: owner.host,
    service: owner.service,
    level: happening.level ?? 'info',
    name: happening.name,
    body: happening.body,
    attributes: { ...owner.attributes, ...happening.attributes },
  };
}

function created(object: JsonObject): Happening[] {
  const { creationTimestamp, deletionTimestamp, name } = objectOf(object.metadata);
  const kind = textOf(object.kind) ?? '';
  const title = `${kind} ${textOf(name) ?? ''}`;
  const images = imagesOf(object);
  const isRollout = kind === 'ReplicaSet' || kind === 'ControllerRevision';
  return [
    {
      kind: isRollout ? 'change' : 'event',
      time: creationTimestamp,
      name: `${kind} created`,
      body: `${title} created${images ? ` with ${images}` : ''}`,
      attributes: images ? { images, ...(isRollout && { deployment: textOf(name) ?? '' }) } : {},
    },
    {
      kind: 'event',
      // Where it is not known when it was created.
      time: creationTimestamp === undefined ? at(object, 'status.startTime') : undefined,
      name: `${kind} started`,
      body: `${title} was taken on by its node`,
    },
    { kind: 'event', time: deletionTimestamp, name: `${kind} deleted`, body: `${title} is being deleted` },
  ];
}

/** The deployments that an Argo CD application remembers. */
function deployed(object: JsonObject): Happening[] {
  return objectsOf(at(object, 'status.history')).map(entry => ({
    kind: 'change',
    time: entry.deployedAt,
    name: `deploy ${(textOf(entry.revision) ?? '').slice(0, 12)}`,
    body: `revision ${textOf(entry.revision) ?? '?'} of ${firstText(entry, 'source.repoURL') ?? 'its source'} deployed`,
    attributes: { deployment: textOf(entry.id) ?? '', commit: textOf(entry.revision) ?? '' },
  }));
}

/** Who wrote which part of the object last: the trace that `kubectl edit` leaves. */
function managed(object: JsonObject): Happening[] {
  const created = textOf(at(object, 'metadata.creationTimestamp'));
  return objectsOf(at(object, 'metadata.managedFields'))
    .filter(entry => !textOf(entry.subresource) && textOf(entry.time) !== created)
    .filter(entry => !/^kube-|controller|kubelet|cloud/i.test(textOf(entry.manager) ?? ''))
    .map(entry => ({
      kind: 'change',
      time: entry.time,
      name: `${textOf(object.kind) ?? 'object'} changed by ${textOf(entry.manager) ?? 'someone'}`,
      body: `${textOf(object.kind)} ${textOf(at(object, 'metadata.name'))}: fields written by ${textOf(entry.manager)}`,
      attributes: { deployment: textOf(at(object, 'metadata.name')) ?? '' },
    }));
}

function conditions(object: JsonObject): Happening[] {
  return objectsOf(at(object, 'status.conditions')).map(condition => {
    const type = textOf(condition.type) ?? '';
    const status = textOf(condition.status) ?? '';
    const reason = textOf(condition.reason);
    const isGood = /pressure|unavailable|failure/i.test(type) ? status === 'False' : status === 'True';
    const isRollout = type === 'Progressing' && reason !== undefined && /ReplicaSet/.test(reason);
    return {
      kind: isRollout ? 'change' : 'event',
      time: isRollout
        ? (condition.lastUpdateTime ?? condition.lastTransitionTime)
        : (condition.lastTransitionTime ?? condition.lastHeartbeatTime ?? condition.lastProbeTime),
      name: reason ?? `${type}=${status}`,
      body: `${type}=${status}${textOf(condition.message) ? `: ${textOf(condition.message)}` : ''}`,
      level: isGood ? 'info' : 'warn',
      attributes: {
        condition: type,
        ...(isRollout && { deployment: textOf(at(object, 'metadata.name')) ?? '' }),
      },
    };
  });
}

function containers(object: JsonObject): Happening[] {
  const statuses = [
    ...arrayOf(at(object, 'status.containerStatuses')),
    ...arrayOf(at(object, 'status.initContainerStatuses')),
  ];
  return objectsOf(statuses).flatMap(status => {
    const container = textOf(status.name) ?? '';
    const restarts = numberOf(status.restartCount) ?? 0;
    const states = [objectOf(status.lastState), objectOf(status.state)];
    return states.flatMap((state): Happening[] => {
      const { terminated, running } = {
        terminated: objectOf(state.terminated),
        running: objectOf(state.running),
      };
      const code = numberOf(terminated.exitCode);
      return [
        {
          kind: 'event',
          time: terminated.finishedAt,
          name: textOf(terminated.reason) ?? 'Terminated',
          body: `container ${container} ended with exit code ${code ?? '?'} (${textOf(terminated.reason) ?? 'no reason'})`,
          level: code === 0 ? 'info' : 'error',
          attributes: { container, restarts, exitCode: code ?? null },
        },
        {
          kind: 'event',
          time: terminated.startedAt ?? running.startedAt,
          name: 'Started',
          body: `container ${container} started${restarts > 0 ? `, restarted ${restarts} times by now` : ''}`,
          attributes: { container, restarts },
        },
      ];
    });
  });
}
