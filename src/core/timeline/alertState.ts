import type { NotedRecord } from './observation.ts';

export type AlertState = 'firing' | 'acknowledged' | 'resolved' | 'unknown';

const WORDS: readonly (readonly [AlertState, RegExp])[] = [
  [
    'resolved',
    /^(?:resolved?|recover(?:ed|y)|ok|closed?|cleared?|inactive|normal|up|incident\.resolved|close)$/i,
  ],
  ['acknowledged', /^(?:ack(?:nowledged?)?|incident\.acknowledged|acknowledge)$/i],
  [
    'firing',
    /^(?:firing|triggered?|alarm|alert(?:ing)?|open(?:ed)?|active|problem|critical|warn(?:ing)?|error|new|incident\.triggered|create(?:d)?|unresolved|down|no[_ ]?data|re-?triggered)$/i,
  ],
];
const KEYS = [
  'status',
  'state',
  'alert_state',
  'new_state',
  'NewStateValue',
  'transition',
  'alert_transition',
  'event_type',
  'action',
  'alert_status',
  'event_action',
];
const MARKED: readonly (readonly [AlertState, RegExp])[] = [
  ['resolved', /\[(?:RESOLVED|OK|RECOVERED?)[\]:]|\b(?:resolved|recovered|back to normal|is now ok)\b/i],
  ['acknowledged', /\backnowledged\b/i],
  ['firing', /\[(?:FIRING|ALERT(?:ING)?|TRIGGERED|ALARM)[\]:]|\b(?:firing|triggered|alarm)\b/i],
];

/** What an alert record says: that it fires, that someone has it, or that it is over. From its own fields, then its words. */
export function alertState(alert: Pick<NotedRecord, 'attributes' | 'name' | 'body'>): AlertState {
  const attributes = attributesOf(alert.attributes);
  for (const key of KEYS) {
    const value = attributes[key];
    if (typeof value !== 'string') continue;
    const known = WORDS.find(([, pattern]) => pattern.test(value.trim()));
    if (known !== undefined) return known[0];
  }
  const text = `${alert.name}\n${alert.body}`;
  return MARKED.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unknown';
}

/** A record's attributes as an object; an empty one when there are none or the text is no object. */
export function attributesOf(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
