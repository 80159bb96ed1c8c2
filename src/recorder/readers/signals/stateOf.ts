import type { AlertState } from './notice.ts';

/** What vendors call the states of an alert, the surer first: `unresolved` is not resolved, `inactive` not active. */
const WORDS: readonly [RegExp, AlertState][] = [
  [/unresolved|unacknowledged|re-?open/i, 'firing'],
  [
    /resolv|recover|clear|clos|inactive|unalert|normal|success|fixed|ended|expired|\b(?:ok|up|healthy)\b/i,
    'resolved',
  ],
  [/\back|acknowledg/i, 'acknowledged'],
  [
    /fir(?:ed|ing)|trigger|open|alert|alarm|activ|problem|\bdown\b|crit|warn|fail|error|\bnew\b|creat|start|unavail|unhealthy|degrad|outage|breach|no.?data|investigat|identified|major|minor|page/i,
    'firing',
  ],
];

/** States that a sentence tells, where no word for one stands alone: `db-1 recovered from Ping`, `[Shop] [Down] 503`. */
const SENTENCES: readonly [RegExp, AlertState][] = [
  [/\b(?:resolved|recovered|cleared|back (?:to normal|online|up)|is up)\b|\[[^\]]*\bup\]/i, 'resolved'],
  [/\b(?:triggered|firing|is down)\b|\[[^\]]*\bdown\]/i, 'firing'],
];

/** The state that a vendor's word means; `''` for words we do not know. Of a change (`DOWN -> UP`) the last counts. */
export function stateOfWord(word: string): AlertState {
  const last = word
    .split(/->|→|=>/)
    .at(-1)!
    .replaceAll('_', ' ');
  return WORDS.find(([pattern]) => pattern.test(last))?.[1] ?? '';
}

/** The state that a title or a message tells of; `''` where it tells none. */
export function stateOfText(text: string): AlertState {
  return SENTENCES.find(([pattern]) => pattern.test(text))?.[1] ?? '';
}
