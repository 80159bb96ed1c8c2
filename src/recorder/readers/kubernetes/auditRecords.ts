import type { Attributes, ReadRecord } from '../../../core/record.ts';
import { at, firstText, type JsonObject, numberOf, objectOf, textOf } from '../json/value.ts';
import { firstWhen } from '../names/whenOf.ts';
import type { TimeContext } from '../reader.ts';
import { ownerOf } from './ownerOf.ts';

const WRITES = new Set(['create', 'update', 'patch', 'delete', 'deletecollection']);
/** What the cluster writes all the time for its own purposes. */
const CHATTER =
  /^(leases|events|endpoints|endpointslices|tokenreviews|subjectaccessreviews|selfsubjectaccessreviews|bindings|controllerrevisions)$/;

/** The record of an entry of the API server's audit log: a change where a person or a tool wrote, else an event. */
export function auditRecords(entry: JsonObject, time: TimeContext): ReadRecord[] {
  const target = objectOf(entry.objectRef);
  const verb = textOf(entry.verb) ?? '';
  const resource = textOf(target.resource) ?? '';
  const user = firstText(entry, 'user.username') ?? '';
  const status = numberOf(at(entry, 'responseStatus.code'));
  const failed = status !== undefined && status >= 400;
  const isChange =
    WRITES.has(verb) &&
    !failed &&
    !CHATTER.test(resource) &&
    !user.startsWith('system:') &&
    !target.subresource;
  const owner = ownerOf({ ...target, kind: resource === 'pods' ? 'Pod' : resource });
  const attributes: Attributes = { ...owner.attributes, verb, user, stage: textOf(entry.stage) ?? '' };
  if (status !== undefined) attributes.status = status;
  const uri = textOf(entry.requestURI);
  if (uri) attributes.uri = uri;
  const object = [resource, textOf(target.subresource), textOf(target.name)].filter(Boolean).join('/');
  return [
    {
      ...firstWhen(time, entry.stageTimestamp, entry.requestReceivedTimestamp, entry.timestamp),
      kind: isChange ? 'change' : 'event',
      host: owner.host,
      service: textOf(target.name) ? owner.service : undefined,
      level: failed ? 'warn' : 'info',
      name: `${verb} ${object || (uri ?? '')}`.trim(),
      body: `${user} ${verb} ${object || (uri ?? '')}${status === undefined ? '' : ` → ${status}`}`.trim(),
      attributes,
    },
  ];
}
