import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { arrayOf, firstText, isObject, type JsonObject, textOf } from '../json/value.ts';
import { NEVER } from '../names/whenOf.ts';

/**
 * The lists of people and channels that stand beside the messages in a Slack export: who `U1` is. They have no time.
 *
 * `[{"id":"U1","name":"alice","real_name":"Alice Smith","profile":{"display_name":"alice"},"updated":1675079459}]`
 */
const SLACK_DIRECTORY: JsonFormat = {
  name: 'slack-directory',
  version: 1,
  arrays: [],
  matches: document => (isUser(document) || isChannel(document) ? 0.98 : 0),
  read(entry) {
    if (!isUser(entry) && !isChannel(entry)) return undefined;
    const id = textOf(entry.id) ?? '';
    const name = firstText(entry, 'profile.display_name', 'name', 'real_name') ?? id;
    const about = isUser(entry)
      ? firstText(entry, 'real_name', 'profile.real_name')
      : firstText(entry, 'purpose.value', 'topic.value');
    return [
      {
        ...NEVER,
        kind: 'object',
        name,
        body: `${id} is ${name}${about && about !== name ? ` (${about})` : ''}`,
        attributes: { id, members: arrayOf(entry.members).length || null },
      },
    ];
  },
};

export const [, SLACK_DIRECTORY_READER] = jsonReaders(SLACK_DIRECTORY);

function isUser(entry: JsonObject): boolean {
  return /^[UWB][A-Z0-9]+$/.test(textOf(entry.id) ?? '') && isObject(entry.profile) && 'name' in entry;
}

function isChannel(entry: JsonObject): boolean {
  return /^[CGD][A-Z0-9]+$/.test(textOf(entry.id) ?? '') && 'name' in entry && Array.isArray(entry.members);
}
