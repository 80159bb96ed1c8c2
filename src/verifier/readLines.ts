/** A line longer than this is no entry of ours; it is cut there, so that no file can fill the memory. */
const LONGEST_LINE = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

/** A line's text, or undefined when its bytes are not UTF-8 or too many. */
export type Line = string | undefined;

/** The lines of a byte stream, one at a time. Only a newline ends a line: U+2028 and carriage returns are text. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let pending: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      pending.push(chunk.subarray(from, end));
      yield decode(pending);
      pending = [];
      length = 0;
      from = end + 1;
    }
    const rest = chunk.subarray(from);
    length += rest.length;
    if (length > LONGEST_LINE) return void (yield undefined);
    if (rest.length > 0) pending.push(rest);
  }
  if (pending.length > 0) yield decode(pending);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(parts: readonly Uint8Array[]): Line {
  try {
    return utf8.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts));
  } catch {
    return undefined;
  }
}
