/**
 * CloudWatch Logs: one event a line as `filter-log-events` gives it, or a batch as subscriptions deliver it.
 *
 *     {"timestamp":1676103249402,"message":"ERROR cannot connect","ingestionTime":1676103250000,"logStreamName":"orders/17","eventId":"3"}
 *     {"messageType":"DATA_MESSAGE","logGroup":"/aws/lambda/orders","logStream":"2023/02/11/[1]9f","logEvents":[{"id":"3","timestamp":1676103249402,"message":"START"}]}
 */
import type { Attributes, ReadRecord } from '../../../core/record.ts';
import { isObject, type JsonObject, objectsOf, textOf } from '../json/value.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { instantFromNumber } from '../time/instantFromNumber.ts';
import { readEmbedded } from './embedded.ts';
import { parseLine } from './ndjson.ts';
import { shareOfRecords } from './shareOfRecords.ts';

export const CLOUDWATCH: LineReader = {
  shape: 'lines',
  name: 'cloudwatch',
  version: 1,
  recognise: sample => shareOfRecords(sample, readCloudwatch),
  read: readCloudwatch,
};

function readCloudwatch(line: string, context: ReadContext): ReadRecord | ReadRecord[] | undefined {
  if (!line.includes('"logEvents"') && !line.includes('"ingestionTime"')) return undefined;
  const entry = parseLine(line);
  if (entry === undefined) return undefined;
  if (!Array.isArray(entry.logEvents)) return recordOf(entry, entry, context);
  const events = objectsOf(entry.logEvents).map(event => recordOf(event, entry, context));
  return events.includes(undefined) ? undefined : (events as ReadRecord[]);
}

function recordOf(event: JsonObject, origin: JsonObject, context: ReadContext): ReadRecord | undefined {
  const { timestamp, message } = event;
  if (!isObject(event) || typeof timestamp !== 'number' || typeof message !== 'string') return undefined;
  const record = readEmbedded(
    message.replace(/\r?\n$/, ''),
    instantFromNumber(timestamp),
    String(timestamp),
    context,
  );
  const attributes: Attributes = { ...record.attributes };
  const group = textOf(origin.logGroup ?? origin.logGroupName);
  const stream = textOf(origin.logStream ?? origin.logStreamName);
  if (group !== undefined) attributes.log_group = group;
  if (stream !== undefined) attributes.log_stream = stream;
  record.attributes = attributes;
  record.service ??= group?.slice(group.lastIndexOf('/') + 1);
  return record;
}
