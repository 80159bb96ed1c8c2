import { at, firstText, isObject, type JsonObject, textOf } from '../json/value.ts';
import type { Message } from './message.ts';

/** Whether an entry is a Discord message: `{"id":"1","timestamp":"…","content":"rolled back","author":{"name":"alice"}}`. */
export function isDiscord(entry: JsonObject): boolean {
  return isObject(entry.author) && 'content' in entry && 'timestamp' in entry;
}

/** Reads a message that `isDiscord` knows. */
export function fromDiscord(entry: JsonObject, around: JsonObject): Message {
  return {
    channel: firstText(around, 'channel.name'),
    author: firstText(entry, 'author.nickname', 'author.global_name', 'author.name', 'author.username'),
    text: textOf(entry.content) ?? '',
    sentAt: entry.timestamp,
    details: {
      thread: firstText(entry, 'reference.messageId', 'message_reference.message_id'),
      bot: at(entry, 'author.isBot') === true || at(entry, 'author.bot') === true || undefined,
    },
  };
}
