/** The lines of a stream of bytes, decoded as UTF-8, with their 1-based numbers. */
export async function* eachLine(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ text: string; line: number }> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) yield { text: withoutReturn(text), line: ++line };
  }
  if (rest !== '') yield { text: withoutReturn(rest), line: ++line };
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
