/** What only machines write at the start of a line: a stamp, a level, a bracket, a syslog priority. */
const machineStart =
  /^\s*(?:[{[<|#]|\d{2,4}[-/:.]\d|\d{9,}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? |(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d |[IWEFDT]\d{4} |(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b|at [\w$.]+\()/;

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
  return nameShape.test(line);
}

const nameShape =
  /(?<![\w.$/-])[A-Z\u00c0-\u024f][a-z\u00df-\u024f'’]+ (?:[A-Z]\.? )?[A-Z\u00c0-\u024f][\w\u00c0-\u024f]|\b(?:[Mm]rs?|[Mm]s|[Dd]r|[Pp]rof|[Hh]err|[Ff]rau)\b|\b(?:name is|assigned to|called|authored by|reviewed by|approved by|reported by|owned by|escalated to|author|assignee|owner|reporter|reviewer|approver)\b.{0,3} [A-Z\u00c0-\u024f]/;
