import { z } from 'zod';

const isBytes = (value: unknown): value is Blob | AsyncIterable<Uint8Array> =>
  value instanceof Blob || (typeof value === 'object' && value !== null && Symbol.asyncIterator in value);

const BYTES_TYPE = 'application/octet-stream';
const binary = { type: 'string', format: 'binary' } as const;

/**
 * Bytes that are the request's body themselves, as `application/octet-stream`; the input's other fields stand in path
 * and query then. A caller gives a Blob, a handler gets a stream.
 *
 * @param most bytes
 */
export const takenBytes = (most: number) =>
  z
    .custom<Blob | AsyncIterable<Uint8Array>>(isBytes, 'is the body: send it as application/octet-stream')
    .meta({ ...binary, contentMediaType: BYTES_TYPE, maxLength: most, description: 'the request’s body' })
    .transform(
      (value): AsyncIterable<Uint8Array> =>
        value instanceof Blob ? (value.stream() as AsyncIterable<Uint8Array>) : value,
    );

/**
 * An answer that is a file: a stream for the handler that gives it, a Blob for the typed client.
 *
 * @param type its media type, without parameters
 */
export const givenBytes = (type = BYTES_TYPE) =>
  z
    .custom<ReadableStream<Uint8Array> | Blob>(
      value => value instanceof ReadableStream || value instanceof Blob,
    )
    .meta({ ...binary, contentMediaType: type, description: 'the file itself' });

/** The media type of an answer that is a file; undefined for every other schema. */
export const fileTypeOf = (schema: unknown): string | undefined =>
  schema instanceof z.ZodCustom ? (schema.meta()?.contentMediaType as string | undefined) : undefined;
