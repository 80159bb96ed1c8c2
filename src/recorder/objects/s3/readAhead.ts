/** The first bytes of a source; `rest` gives all of it again when it is longer than the limit. */
export interface ReadAhead {
  head: Buffer;
  rest: AsyncIterable<Uint8Array> | undefined;
}

/** Reads a source until it ends or is longer than `limit` bytes. Throws what it throws, and the signal's reason. */
export async function readAhead(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<ReadAhead> {
  if (source instanceof Uint8Array)
    return { head: Buffer.from(source.buffer, source.byteOffset, source.byteLength), rest: undefined };
  const chunks = source[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    signal?.throwIfAborted();
    const { value, done } = await chunks.next();
    if (done) return { head: Buffer.concat(head), rest: undefined };
    head.push(value);
    bytes += value.byteLength;
    if (bytes > limit) return { head: Buffer.alloc(0), rest: joined(head, chunks) };
  }
}

async function* joined(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
