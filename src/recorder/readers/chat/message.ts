import type { ReadRecord } from '../../../core/record.ts';
import { attributeOf, type JsonObject } from '../json/value.ts';
import { firstWhen } from '../names/whenOf.ts';
import type { TimeContext } from '../reader.ts';

/** One message of a chat, as an export has it. */
export interface Message {
  /** The channel, where the export says it. */
  channel?: string | undefined;
  author: string | undefined;
  text: string;
  sentAt: unknown;
  details?: JsonObject;
}

/** The record of a message: `name` is its author, `source` its channel. */
export function messageRecord(message: Message, channel: string, time: TimeContext): ReadRecord {
  const details = Object.entries(message.details ?? {}).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return {
    ...firstWhen(time, message.sentAt),
    kind: 'message',
    source: message.channel ?? channel,
    name: message.author,
    body: message.text,
    attributes: Object.fromEntries(details.map(([key, value]) => [key, attributeOf(value)])),
  };
}
