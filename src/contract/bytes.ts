import { z } from 'zod';

const isBytes = (value: unknown): value is Blob | AsyncIterable<Uint8Array> =>
  value instanceof Blob || (typeof value === 'object' && value !== null && Symbol.asyncIterator in value);

const binary = { type: 'string', format: 'binary', contentMediaType: 'application/octet-stream' } as const;

/**
 * Bytes that are the request's body themselves, as `application/octet-stream`; the input's other fields stand in path
 * and query then. A caller gives a Blob, a handler gets a stream.
 *
 * @param most bytes
 */
export const takenBytes = (most: number) =>
  z
    .custom<Blob | AsyncIterable<Uint8Array>>(isBytes, 'is the body: send it as application/octet-stream')
    .meta({ ...binary, maxLength: most, description: 'the request’s body' })
    .transform(
      (value): AsyncIterable<Uint8Array> =>
        value instanceof Blob ? (value.stream() as AsyncIterable<Uint8Array>) : value,
    );

/** An answer that is a file: a stream for the handler that gives it, a Blob for the typed client. */
export const givenBytes = z
  .custom<ReadableStream<Uint8Array> | Blob>(
    value => value instanceof ReadableStream || value instanceof Blob,
  )
  .meta({ ...binary, description: 'the file itself' });
