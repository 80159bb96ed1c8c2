import { CODING_HEADERS, chooseCoding, encode } from '../platform/http/contentCoding.ts';
import type { OperationContext } from '../platform/operations/context.ts';

/** Answers with bytes, compressed where the client takes that. */
export async function answerPacked(
  { headers, answerHeaders }: OperationContext,
  bytes: Uint8Array,
): Promise<ReadableStream<Uint8Array>> {
  answerHeaders.vary = CODING_HEADERS;
  const coding = chooseCoding(headers);
  if (coding) answerHeaders['content-encoding'] = coding;
  return ReadableStream.from([coding ? await encode(bytes, coding) : bytes]);
}
