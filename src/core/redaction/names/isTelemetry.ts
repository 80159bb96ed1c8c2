/** What only machines write at the start of a line: a stamp, a level, a bracket, a syslog priority. */
const machineStart =
  /^\s*(?:[{[<|#]|\d{2,4}[-/:.]\d|\d{5,}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? |(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d |[IWEFDT]\d{4} |(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b|at [\w$.]+\()/;

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
