import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { at, type JsonObject, objectsOf } from '../json/value.ts';
import { sourceOfPath } from '../names/sourceOfPath.ts';
import { fromDiscord, isDiscord } from './discord.ts';
import { fromMattermost, isMattermost } from './mattermost.ts';
import { type Message, messageRecord } from './message.ts';
import { fromSlack, isSlack } from './slack.ts';
import { fromTeams, isTeams } from './teams.ts';
import { fromTelegram, isTelegram } from './telegram.ts';

interface Chat {
  is(entry: JsonObject): boolean;
  read(entry: JsonObject, around: JsonObject): Message;
}

/** Whose exports we read. */
const CHATS: readonly Chat[] = [
  { is: isSlack, read: fromSlack },
  { is: isMattermost, read: fromMattermost },
  { is: isTeams, read: fromTeams },
  { is: isTelegram, read: fromTelegram },
  { is: isDiscord, read: fromDiscord },
];

const LISTS = ['messages', 'value', 'posts'];

/** Exports of chat programs: a list of messages, a page of their API, or a message a line. */
const CHAT_JSON: JsonFormat = {
  name: 'chat-json',
  version: 1,
  arrays: LISTS,
  matches(document) {
    const entries = LISTS.flatMap(list => objectsOf(at(document, list)));
    return [document, ...entries.slice(0, 5)].some(chatOf) ? 0.98 : 0;
  },
  read(entry, { around, path, time }) {
    const message = chatOf(entry)?.read(entry, around);
    return message && [messageRecord(message, sourceOfPath(path), time)];
  },
};

export const CHAT_JSON_READERS = jsonReaders(CHAT_JSON);

function chatOf(entry: JsonObject): Chat | undefined {
  return CHATS.find(chat => chat.is(entry));
}
