import { firstText, isObject, type JsonObject, textOf } from '../json/value.ts';
import type { Message } from './message.ts';

/** Whether an entry is a Teams message: `{"createdDateTime":"…","from":{"user":{"displayName":"Alice"}},"body":{"content":"<p>…"}}`. */
export function isTeams(entry: JsonObject): boolean {
  return 'createdDateTime' in entry && isObject(entry.body) && 'content' in entry.body;
}

/** Reads a message that `isTeams` knows. */
export function fromTeams(entry: JsonObject): Message {
  return {
    channel: firstText(entry, 'channelIdentity.channelName', 'channelIdentity.channelId', 'chatId'),
    author: firstText(entry, 'from.user.displayName', 'from.application.displayName'),
    text: withoutTags(firstText(entry, 'body.content') ?? ''),
    sentAt: entry.createdDateTime,
    details: { thread: textOf(entry.replyToId), subject: textOf(entry.subject) },
  };
}

function withoutTags(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
