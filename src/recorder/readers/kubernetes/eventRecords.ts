import type { ReadRecord } from '../../../core/record.ts';
import { firstText, type JsonObject, numberOf, objectOf, textOf } from '../json/value.ts';
import { firstWhen, type When } from '../names/whenOf.ts';
import type { TimeContext } from '../reader.ts';
import { ownerOf } from './ownerOf.ts';

/**
 * The records of a Kubernetes event (`v1` or `events.k8s.io`): one for when it was last seen, and, where it was seen
 * several times over a while, one for the first.
 */
export function eventRecords(event: JsonObject, time: TimeContext): ReadRecord[] {
  const series = objectOf(event.series);
  const created = objectOf(event.metadata).creationTimestamp;
  const first = firstWhen(
    time,
    event.firstTimestamp,
    event.deprecatedFirstTimestamp,
    event.eventTime,
    created,
  );
  const last = firstWhen(
    time,
    series.lastObservedTime,
    event.lastTimestamp,
    event.deprecatedLastTimestamp,
    event.eventTime,
    created,
  );
  const count = numberOf(event.count ?? event.deprecatedCount ?? series.count) ?? 1;
  const isSpread = count > 1 && first.at !== undefined && last.at !== undefined && last.at > first.at;
  return isSpread
    ? [recordOf(event, first, 1), recordOf(event, last, count)]
    : [recordOf(event, last, count)];
}

function recordOf(event: JsonObject, when: When, count: number): ReadRecord {
  const owner = ownerOf(objectOf(event.involvedObject ?? event.regarding));
  const attributes = owner.attributes;
  if (count > 1) attributes.count = count;
  const reporter = firstText(event, 'source.component', 'reportingComponent', 'reportingController');
  if (reporter) attributes.reporter = reporter;
  const type = textOf(event.type);
  if (type) attributes.type = type;
  return {
    ...when,
    kind: 'event',
    host: owner.host ?? firstText(event, 'source.host', 'deprecatedSource.host'),
    service: owner.service,
    level: type === 'Warning' ? 'warn' : 'info',
    name: textOf(event.reason),
    body: (firstText(event, 'message', 'note') ?? '').trim(),
    attributes,
  };
}
