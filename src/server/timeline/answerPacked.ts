import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { OperationContext } from '../platform/operations/context.ts';

/** Bytes to a megabyte: more would cost more time than the line saves. */
const LEVEL = 1;

/** Answers with bytes, compressed where the client takes that. */
export function answerPacked(context: OperationContext, bytes: Uint8Array): ReadableStream<Uint8Array> {
  const { headers, answerHeaders } = context;
  answerHeaders['content-type'] = 'application/octet-stream';
  answerHeaders['cache-control'] = 'no-store';
  answerHeaders.vary = 'accept-encoding';
  const plain = Readable.from([bytes]);
  if (!/\bgzip\b/.test(String(headers['accept-encoding'] ?? '')))
    return Readable.toWeb(plain) as ReadableStream<Uint8Array>;
  answerHeaders['content-encoding'] = 'gzip';
  return Readable.toWeb(plain.compose(createGzip({ level: LEVEL }))) as ReadableStream<Uint8Array>;
}
