import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { arrayOf, at, isObject, type JsonObject, objectOf, objectsOf, textOf } from '../json/value.ts';
import type { LabelOrigin } from '../names/originOfLabels.ts';
import { lineRecord } from './lineRecord.ts';

const LISTS = ['events', 'logEvents'];

/**
 * CloudWatch Logs: `filter-log-events`, `get-log-events`, what subscriptions deliver, and Insights results.
 *
 * `{"events":[{"logStreamName":"cart/1","timestamp":1675079459971,"message":"…","ingestionTime":1675079460000}]}`
 */
const CLOUDWATCH_LOGS: JsonFormat = {
  name: 'cloudwatch-logs',
  version: 1,
  arrays: LISTS,
  matches(document) {
    const entries = LISTS.flatMap(list => objectsOf(document[list]));
    return [document, ...entries.slice(0, 5)].some(isEvent) || isResult(arrayOf(document.results)[0])
      ? 0.99
      : 0;
  },
  read(entry, context) {
    if (Array.isArray(entry.results)) {
      const rows = entry.results.filter(isResult).map(fieldsOf);
      return rows.map(row =>
        lineRecord(row['@message'] ?? '', row['@timestamp'], originOf(row, {}), context),
      );
    }
    if (!isEvent(entry)) return undefined;
    return [
      lineRecord(textOf(entry.message) ?? '', entry.timestamp, originOf(entry, context.around), context),
    ];
  },
};

/** For documents; what stands on one line is read by lines. */
export const [, CLOUDWATCH_LOGS_READER] = jsonReaders(CLOUDWATCH_LOGS);

function isEvent(entry: JsonObject): boolean {
  const isKept = 'ingestionTime' in entry || 'logStreamName' in entry || 'eventId' in entry;
  return (
    typeof entry.message === 'string' && typeof entry.timestamp === 'number' && (isKept || 'id' in entry)
  );
}

function isResult(value: unknown): value is JsonObject[] {
  return objectsOf(value).some(cell => cell.field === '@timestamp' || cell.field === '@message');
}

function fieldsOf(row: JsonObject[]): Record<string, string> {
  return Object.fromEntries(row.map(cell => [textOf(cell.field) ?? '', textOf(cell.value) ?? '']));
}

/** The group's last part is the service: `/aws/lambda/cart`, `/ecs/shop/cart`. */
function originOf(entry: JsonObject, around: JsonObject): LabelOrigin {
  const group = textOf(entry['@log'] ?? entry.logGroup ?? around.logGroup ?? at(around, 'logGroupName'));
  const stream = textOf(entry.logStreamName ?? entry['@logStream'] ?? around.logStream);
  const named = objectOf({ ...(group && { log_group: group }), ...(stream && { log_stream: stream }) });
  return {
    service: group?.split(/[/:]/).filter(Boolean).at(-1),
    host: undefined,
    attributes: isObject(named) ? (named as Record<string, string>) : {},
  };
}
