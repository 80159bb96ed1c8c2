import type { NotedRecord, Observations } from './observation.ts';
import { readMessage } from './phrases.ts';

/** Channels that exist for incidents, by the names they usually have. */
const INCIDENT_CHANNEL =
  /(?:^|[^a-z])(?:inc|incidents?|outages?|sev-?\d?|war-?room|on-?call|ops|alerts?|status)(?:[^a-z]|$)/i;
/** Up to so many messages, a channel in which a third say something of an incident is about one. */
const SMALL = 40;
const TELLING_SHARE = { small: 0.3, large: 0.6 } as const;

/**
 * The messages that can speak of an incident: all of a channel that is about one (by name, by a declaration, or because
 * most of its messages are), and elsewhere those that name a service of the evidence. “Fixed the typo” in a
 * channel for everything is nobody's mitigation.
 */
export function relevantMessages(
  seen: Pick<Observations, 'messages' | 'requests' | 'errors' | 'alerts'>,
): NotedRecord[] {
  const about = new Set(
    [...Map.groupBy(seen.messages, message => message.source)]
      .filter(([channel, messages]) => INCIDENT_CHANNEL.test(channel) || isAboutIncident(messages))
      .map(([channel]) => channel),
  );
  const named = serviceNames(seen);
  return seen.messages.filter(({ source, body }) => about.has(source) || named?.test(body));
}

function isAboutIncident(messages: readonly NotedRecord[]): boolean {
  const read = messages.map(message => readMessage(message.body)?.phase).filter(phase => phase !== undefined);
  if (read.includes('declare')) return true;
  return read.length >= messages.length * TELLING_SHARE[messages.length > SMALL ? 'large' : 'small'];
}

/** A pattern for the services that serve requests, log errors or raise alerts; undefined without any. */
function serviceNames({
  requests,
  errors,
  alerts,
}: Pick<Observations, 'requests' | 'errors' | 'alerts'>): RegExp | undefined {
  const names = new Set([...requests, ...errors, ...alerts].map(({ service }) => service));
  const words = [...names].filter(name => name.length > 2).map(name => name.replace(/[^\w-]/g, '.'));
  return words.length === 0 ? undefined : new RegExp(`(?:^|[^\\w-])(?:${words.join('|')})(?:$|[^\\w-])`, 'i');
}
