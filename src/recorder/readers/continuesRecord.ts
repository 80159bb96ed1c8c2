/** What the lines of a stack trace begin with, where they are not indented: Java, Python, Go, .NET, Node. */
const TRACE =
  /^(?:Caused by: |Suppressed: |Wrapped by: |\.\.\. \d+ (?:more|common)|at [\w.$<>/]+[ (]|Traceback \(most recent call|During handling of the above|The above exception was|Exception in thread "|--- End of |Unhandled exception|goroutine \d+ \[|created by [\w./]+|panic: |fatal error: |\[signal |\[recovered\]|exit status \d|node:internal\/|Node\.js v\d|[})\]]+[,;]?$)/;
/** The exception that ends (Python) or begins (all others) a trace: `KeyError: 'id'`, `System.IO.IOException: …`. */
const EXCEPTION =
  /^(?:[\w$]+(?:\.|::))*[A-Z][\w$]*(?:Exception|Error|Throwable|Fault|Interrupt|Exit|Timeout|StopIteration)(?::(?: |$)|$)|^[a-z_][\w$]*(?:\.[\w$]+)*\.[A-Z][\w$]*: /;
/** A frame of a goroutine: `net/http.(*conn).serve(0xc000118000, {0x7f2c40, 0xc0})`, `main.main()`. */
const GO_FRAME = /^[\w.$/~-]+\.(?:\(\*?[\w$.[\]]+\)\.)?[\w$.[\]-]+\((?:0x[0-9a-f]|\{0x|\.\.\.|\))/;
/** Characters of a line that are looked at: patterns may go back and forth in these, not in a line of megabytes. */
const TELLING = 200;

/**
 * Whether a line that starts no record belongs to the record before it, by its look alone: indented lines, stack
 * traces, wrapped exceptions. The default of `LineReader.continues`.
 */
export function continuesRecord(line: string): boolean {
  const first = line.charCodeAt(0);
  if (first === 32 || first === 9) return true;
  const head = line.length > TELLING ? line.slice(0, TELLING) : line;
  return TRACE.test(head) || EXCEPTION.test(head) || GO_FRAME.test(head);
}
