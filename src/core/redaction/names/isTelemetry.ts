/** What only machines write at the start of a line: a stamp, a level, a bracket, a syslog priority, a browser's name. */
const machineStart =
  /^\s*(?:[{[<|#]|\d{6} \d{6} |\d{2,4}[-/:.]\d|\d{9,}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? |(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d |[IWEFDT]\d{4} |(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b|at [\w$.]+\(|Mozilla\/\d)/;

/** Whether the first line starts as only machines' lines do. Addresses are full of digits, so their share says nothing. */
export function startsLikeMachine(text: string): boolean {
  return machineStart.test(text);
}

/** Of the characters, how many are such as prose has few of. */
const MACHINE_SHARE = 0.12;

/**
 * Whether a text reads as if a machine had written it. In such text capitalised words are components, classes and
 * levels, and a name needs far more to be taken for one.
 */
export function isTelemetry(text: string): boolean {
  if (machineStart.test(text)) return true;
  let marks = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (
      code === 61 ||
      code === 123 ||
      code === 125 ||
      code === 91 ||
      code === 93 ||
      code === 95 ||
      code === 47 ||
      code === 124
    )
      marks++;
    else if (code >= 48 && code <= 57) marks += 0.5;
  }
  return marks > text.length * MACHINE_SHARE;
}

/**
 * In telemetry only a full name in capitals, a title or an introduction is enough; most of it has none of them, which
 * this sees faster than the words can be looked up.
 */
export function hasNameShape(line: string): boolean {
  for (let start = 0; start < line.length; start++) {
    const code = line.charCodeAt(start);
    if (!isCapital(code) || (start > 0 && wordBefore.test(line[start - 1]!))) continue;
    let end = start + 1;
    while (isSmall(line.charCodeAt(end))) end++;
    if (end - start < 2) continue;
    const isFollowed = line[end] === ' ' && isCapital(line.charCodeAt(end + 1));
    if (isFollowed && !calendar.test(line.slice(start, end))) return true;
    if (introduced.test(line.slice(Math.max(0, start - 24), start))) return true;
    start = end - 1;
  }
  return false;
}

const isCapital = (code: number) =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code !== 0xd7 && code < 0x590);
const isSmall = (code: number) =>
  (code >= 97 && code <= 122) || code === 39 || (code >= 0xc0 && code < 0x590);
const wordBefore = /[\w.$/-]/;
const calendar = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/;
const introduced =
  /\b(?:mrs?|ms|dr|prof|herr|frau|name is|assigned to|called|authored by|reviewed by|approved by|reported by|owned by|escalated to|author|assignee|owner|reporter|reviewer|approver)\W{1,4}$/i;

/** `10:02 Maria Lindqvist: …`, `[2024-03-11 10:02:17] <Jonas> …`: a clock and then someone speaking is a chat, no log. */
export const chatStamp =
  /^\s*\[?(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}:\d\d(?::\d\d)?(?: ?(?:[AaPp]\.?[Mm]\.?|UTC|Z))?\]?\s+[<@*]{0,2}(?=\p{Lu}[\p{Ll}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){0,2}(?:[>*]{1,2}:? |: | [-–|—] ))/u;
