import { arrayOf, isObject, type JsonObject, textOf } from '../json/value.ts';
import type { Message } from './message.ts';

/** Whether an entry is a Telegram message: `{"id":1,"type":"message","date_unixtime":"1675079459","from":"Alice","text":"…"}`. */
export function isTelegram(entry: JsonObject): boolean {
  return 'date_unixtime' in entry && 'text' in entry;
}

/** Reads a message that `isTelegram` knows. */
export function fromTelegram(entry: JsonObject, around: JsonObject): Message {
  const parts = Array.isArray(entry.text) ? arrayOf(entry.text) : [entry.text];
  return {
    channel: textOf(around.name),
    author: textOf(entry.from) ?? textOf(entry.actor),
    text: parts.map(part => textOf(isObject(part) ? part.text : part) ?? '').join(''),
    sentAt: entry.date_unixtime,
    details: { thread: textOf(entry.reply_to_message_id) },
  };
}
