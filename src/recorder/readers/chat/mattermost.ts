import { isObject, type JsonObject, objectOf, textOf } from '../json/value.ts';
import type { Message } from './message.ts';

/** Whether an entry is a post of a Mattermost export or of its API. */
export function isMattermost(entry: JsonObject): boolean {
  const post = postOf(entry);
  return 'message' in post && 'create_at' in post && ('user' in post || 'user_id' in post);
}

/** Reads a message that `isMattermost` knows. */
export function fromMattermost(entry: JsonObject): Message {
  const post = postOf(entry);
  return {
    channel: textOf(post.channel),
    author: textOf(post.user) ?? textOf(post.user_id),
    text: textOf(post.message) ?? '',
    sentAt: post.create_at,
    details: { team: post.team, thread: post.root_id },
  };
}

/** `{"type":"post","post":{"channel":"ops","user":"alice","message":"rolled back","create_at":1675079459000}}`, or the post alone. */
function postOf(entry: JsonObject): JsonObject {
  return isObject(entry.post) ? objectOf(entry.post) : entry;
}
