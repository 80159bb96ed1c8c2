import { firstText, isObject, type JsonObject, objectsOf, textOf } from '../json/value.ts';
import type { Message } from './message.ts';

const STAMP = /^\d{9,11}\.\d{3,9}$/;

/** Whether an entry is a Slack message: `{"type":"message","user":"U1","text":"rolled back","ts":"1675079459.123456"}`. */
export function isSlack(entry: JsonObject): boolean {
  return STAMP.test(textOf(entry.ts) ?? '') && ('text' in entry || 'user' in entry || 'subtype' in entry);
}

/** Reads a message; text of attachments and names of files count as its text. */
export function fromSlack(entry: JsonObject): Message {
  const written = textOf(entry.text);
  const attached = objectsOf(entry.attachments).map(
    item => firstText(item, 'fallback', 'text', 'title') ?? '',
  );
  const files = objectsOf(entry.files).map(file => firstText(file, 'name', 'title') ?? 'file');
  const thread = textOf(entry.thread_ts);
  return {
    channel:
      textOf(entry.channel_name) ?? (isObject(entry.channel) ? firstText(entry, 'channel.name') : undefined),
    author:
      firstText(entry, 'user_profile.display_name', 'user_profile.real_name', 'user_profile.name') ??
      firstText(entry, 'username', 'bot_profile.name', 'user', 'bot_id'),
    text: plain([written, ...attached].filter(Boolean).join('\n')),
    sentAt: entry.ts,
    details: {
      user: textOf(entry.user),
      thread: thread === entry.ts ? undefined : thread,
      subtype: entry.subtype,
      bot: entry.bot_id !== undefined || entry.subtype === 'bot_message' || undefined,
      files: files.length > 0 ? files.join(', ') : undefined,
      reactions: objectsOf(entry.reactions)
        .map(reaction => textOf(reaction.name) ?? '')
        .join(' '),
    },
  };
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Slack's mark-up as plain text: `<@U1>` stays a mention, `<https://x|shown>` becomes `shown (https://x)`. */
function plain(text: string): string {
  return text
    .replace(/<([@#!])([^>|]+)(?:\|([^>]*))?>/g, (_, sign: string, id: string, shown?: string) =>
      sign === '!' ? `@${shown || id}` : `${sign}${shown || id}`,
    )
    .replace(/<((?:https?|mailto):[^>|]+)\|([^>]*)>/g, '$2 ($1)')
    .replace(/<((?:https?|mailto):[^>|]+)>/g, '$1')
    .replace(/&(?:amp|lt|gt);/g, entity => ENTITIES[entity] as string);
}
