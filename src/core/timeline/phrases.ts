/**
 * What people write while an incident runs, by what it says about the incident's course. A table: the most telling
 * phrases first. A phrase that is negated, asked or only wished for ("not fixed yet", "is it fixed?", "should we roll
 * back") says something else, so it is read as an update.
 */

export type MessagePhase =
  | 'report'
  | 'declare'
  | 'acknowledge'
  | 'finding'
  | 'mitigate'
  | 'restore'
  | 'update';

export interface ReadMessage {
  phase: MessagePhase;
  /** The words that decided. */
  phrase: string;
}

const PHRASES: readonly (readonly [Exclude<MessagePhase, 'update'>, RegExp])[] = [
  [
    'restore',
    /\ball (?:good|clear|green)(?: again| now)?\b|\b(?:fully |service |services )?(?:recovered|restored)\b|\bback to normal\b|\bback (?:up|online)\b|\b(?:incident|issue|outage|problem) (?:is |has been |now )*(?:resolved|over|closed)\b|\bresolved\b|\b(?:is |looks |looking |all )?(?:healthy|stable) (?:again|now)\b|\b(?:errors?|error rate|latency|alerts?) (?:is |are |has |have )*(?:gone|back down|cleared|recovered|normal)\b|\bworks? (?:again|now)\b|\bclosing (?:the )?incident\b|\bcan (?:now )?log ?in again\b/i,
  ],
  [
    'mitigate',
    /\broll(?:ed|ing)?[ -]?back\b|\brevert(?:ed|ing)?\b|\bmitigated\b|\bmitigation (?:is )?(?:in place|applied|deployed)\b|\bfailed over\b|\bfailover (?:is )?(?:done|complete|completed|finished|forced|triggered)\b|\b(?:promoted|forcing failover|triggered (?:a )?failover)\b|\brestarted\b|\bscaled (?:up|out|down|to)\b|\b(?:disabled|turned off|switched off|flag(?:ged)? off|drained|cordoned)\b|\b(?:we|i|have|now) (?:have )?(?:isolated|throttled|blocked|rate[- ]limited)\b|\b(?:hot ?fix|fix|patch) (?:is )?(?:deployed|live|out|rolled out|released|applied|merged)\b|\b(?:deployed|applied|shipped|pushed) (?:the |a |an )?(?:hot ?fix|fix|patch|workaround)\b|\b(?:rotated|renewed|re-?issued|replaced|updated) (?:the )?(?:\w+[ -]){0,3}(?:credentials?|secrets?|certificates?|certs?|keys?|tokens?|passwords?)\b|\b(?:increased|raised|bumped|doubled) (?:the )?(?:\w+[ -]){0,4}(?:limits?|pool|size|concurrency|timeout|quota|replicas|capacity|memory)\b|\bfixed\b/i,
  ],
  [
    'declare',
    /\bdeclar(?:e|ed|ing) (?:an? |this )?(?:\w+[ -]?\d* )?(?:incident|outage|sev)|\b(?:incident|outage) declared\b|\bopen(?:ed|ing) (?:an? )?(?:incident|war ?room|bridge)\b|\bthis is (?:a |an )?(?:sev|p)[ -]?\d\b|\b(?:sev|p)[ -]?[0-3] incident\b|\bincident (?:channel|commander|lead)\b|\bI(?:'m| am) (?:the )?(?:IC|incident commander)\b/i,
  ],
  [
    'finding',
    /\broot cause\b|\b(?:caused by|the cause (?:is|was|seems)|because of|due to|turns out|culprit|found (?:it|the)|suspect(?:ing)?|smoking gun)\b|\bcorrelat(?:es?|ed) with\b/i,
  ],
  [
    'acknowledge',
    /\b(?:I'?m |I am |we'?re |am |i'll |will )?(?:looking|taking a look|investigating|checking|digging)(?: in)?(?: into| at| now)?\b|\bon it\b|\back(?:ed|nowledged|ing)?\b|\b(?:I'?ll |I )?(?:take|got|have) (?:this|it)\b|\bpicking (?:this|it) up\b|\bhere\b.{0,20}\blooking\b/i,
  ],
  [
    'report',
    /\b(?:customers?|users?|clients?|people|support|merchants?|partners?)\b.{0,40}\b(?:report(?:s|ed|ing)?|complain(?:s|ed|ing)?|say(?:s|ing)?|can(?:not|'t|’t)|unable|see(?:s|ing)?|getting|tickets?|affected)\b|\b(?:anyone else|is anyone|are we) (?:seeing|having|getting)\b|\bseeing (?:lots of |a lot of |many |elevated |increased |some )?(?:errors?|5\d\d|5xx|timeouts?|failures?|latency)\b|\b(?:is|are|seems?|looks?|went) (?:down|broken|failing|unreachable|very slow|slow)\b|\b(?:getting|throwing|returning) (?:lots of )?(?:5\d\d|5xx|errors?|timeouts?)\b|\b(?:tickets?|complaints?) (?:are )?(?:coming in|incoming)\b|\bpaged\b|\balert(?:s|ed)? (?:fired|firing|just)\b/i,
  ],
];

const NEGATED =
  /\b(?:not|no|never|isn'?t|isn’t|wasn'?t|aren'?t|hasn'?t|haven'?t|don'?t|didn'?t|doesn'?t|won'?t|can'?t|cannot|without|nothing|still not|far from)\b[^.!;,]{0,30}$/i;
const NOT_YET =
  /^[^.!?;]{0,24}\b(?:not yet|yet\?|didn'?t help|did not help|no effect|made no difference|doesn'?t help|no luck|failed|is failing)\b/i;
const WISHED =
  /\b(?:should (?:we|i)|shall (?:we|i)|can (?:we|you|someone)|could (?:we|you|someone)|let'?s|want(?:s)? to|need(?:s)? to|going to|about to|planning to|plan(?:s)? to|might|may|would|will|if|until|once|when|trying to|try to|before we|has to be|have to be|must be|to be|waiting (?:for|to))\b[^.!;]{0,30}$/i;

const WISHES_COUNT: ReadonlySet<MessagePhase> = new Set(['report', 'acknowledge', 'declare', 'finding']);

/** What a chat message says about the incident; undefined when it says nothing that the table knows. */
export function readMessage(text: string): ReadMessage | undefined {
  let hedged: ReadMessage | undefined;
  for (const [phase, pattern] of PHRASES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    if (holds(text, match, phase)) return { phase, phrase: match[0].trim() };
    hedged ??= { phase: 'update', phrase: match[0].trim() };
  }
  return hedged;
}

function holds(text: string, match: RegExpExecArray, phase: MessagePhase): boolean {
  const before = text.slice(Math.max(0, match.index - 60), match.index);
  const clause = before.slice(before.search(/[^.!?;\n]*$/));
  const after = text.slice(match.index + match[0].length);
  if (phase === 'report') return true;
  if (NEGATED.test(clause) || NOT_YET.test(after)) return false;
  if (isAsked(after)) return false;
  return WISHES_COUNT.has(phase) || !WISHED.test(clause);
}

/** A question mark that ends the very sentence in which the phrase stands. */
const isAsked = (after: string): boolean => /^[^.!\n]{0,60}\?/.test(after);
