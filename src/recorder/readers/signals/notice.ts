import type { Attributes, Level, ReadRecord } from '../../../core/record.ts';
import { attributeOf, type JsonObject } from '../json/value.ts';
import { levelOf } from '../names/levelOf.ts';
import { originOfLabels } from '../names/originOfLabels.ts';
import { firstWhen, NEVER, type When } from '../names/whenOf.ts';
import type { TimeContext } from '../reader.ts';

/** What the state of an alert can be, in our words. */
export type AlertState = 'firing' | 'acknowledged' | 'resolved' | '';

/** What a vendor's payload says of one alert, before it becomes records. */
export interface Notice {
  name: string | undefined;
  body?: string | undefined;
  /** The vendor's own word for how bad it is. */
  severity?: string | undefined;
  service?: string | undefined;
  host?: string | undefined;
  state: AlertState;
  /** When it began to fire, as the vendor writes it. */
  firedAt?: unknown;
  /** When it was over. */
  resolvedAt?: unknown;
  /** When this was told, where the payload does not say when it began or ended. */
  toldAt?: unknown;
  /** What stays the same over the life of the alert. */
  id?: string | undefined;
  url?: string | undefined;
  labels?: JsonObject;
  details?: JsonObject;
}

/** A vendor's payloads: how to know and how to read them. */
export interface Signal {
  vendor: string;
  /** Whether a payload (its end may be missing) has this vendor's shape. */
  matches(payload: JsonObject): boolean;
  read(payload: JsonObject): Notice[];
}

/** The records of a notice: one for each time that it states, or one without a time. */
export function noticeRecords(notice: Notice, vendor: string, time: TimeContext): ReadRecord[] {
  const fired = whenSaid(notice.firedAt, time);
  const resolved = whenSaid(notice.resolvedAt, time);
  const told = whenSaid(notice.toldAt, time);
  const records: ReadRecord[] = [];
  if (fired) records.push(recordOf(notice, vendor, fired, 'firing'));
  if (notice.state === 'acknowledged' && told) records.push(recordOf(notice, vendor, told, 'acknowledged'));
  if (resolved) records.push(recordOf(notice, vendor, resolved, 'resolved'));
  if (notice.state === 'resolved' && !resolved && told)
    records.push(recordOf(notice, vendor, told, 'resolved'));
  return records.length > 0 ? records : [recordOf(notice, vendor, told ?? NEVER, notice.state)];
}

/** A time that was really set: not the zero of the vendor's language. */
function whenSaid(value: unknown, time: TimeContext): When | undefined {
  const when = firstWhen(time, value);
  return when.at !== undefined && when.at > 0 ? when : undefined;
}

function recordOf(notice: Notice, vendor: string, when: When, state: AlertState): ReadRecord {
  const origin = originOfLabels(notice.labels ?? {});
  const attributes: Attributes = { ...origin.attributes };
  for (const [key, value] of Object.entries(notice.details ?? {})) {
    if (value !== undefined && value !== null && value !== '') attributes[key] = attributeOf(value);
  }
  if (state !== '') attributes.state = state;
  if (notice.severity) attributes.severity = notice.severity;
  if (notice.id) attributes.alert_id = notice.id;
  if (notice.url) attributes.url = notice.url;
  attributes.vendor = vendor;
  return {
    ...when,
    kind: 'alert',
    host: notice.host ?? origin.host,
    service: notice.service ?? origin.service,
    level: levelIn(notice, state),
    name: notice.name,
    body: notice.body ?? '',
    attributes,
  };
}

function levelIn(notice: Notice, state: AlertState): Level {
  return state === 'resolved' ? 'info' : levelOf(notice.severity ?? '');
}

/** `k:v` pairs as labels: a list, or a text with commas; a word alone becomes a label with an empty value. */
export function labelsOfTags(tags: unknown): JsonObject {
  const list = typeof tags === 'string' ? tags.split(',') : Array.isArray(tags) ? tags : [];
  return Object.fromEntries(
    list
      .filter(tag => tag !== '')
      .map(tag => {
        const text = Array.isArray(tag) ? tag.join(':') : String(tag).trim();
        const colon = text.indexOf(':');
        return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1).trim()];
      }),
  );
}
