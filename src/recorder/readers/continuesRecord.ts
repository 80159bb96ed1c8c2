/**
 * Whether a line that starts no record belongs to the record before it, by its look alone: indented lines, stack
 * traces, wrapped exceptions. The default of `LineReader.continues`.
 */
export function continuesRecord(line: string): boolean {
  const first = line.charCodeAt(0);
  if (first === 32 || first === 9) return true;
  return CONTINUATION.test(line);
}

const CONTINUATION =
  /^(?:Caused by:|Suppressed:|Traceback \(|\.\.\. \d+ (?:more|common)|goroutine \d+ \[|created by |panic: |\t?at |(?:[a-z_][\w$]*\.)+[A-Z]\w*(?:Exception|Error|Throwable)\b|[A-Z]\w*(?:Exception|Error): |During handling of the above|The above exception was|--- End of |[})\]]+,?$)/;
