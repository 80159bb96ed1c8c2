import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ERRORS, type ErrorCode, type Problem } from '../../../contract/errors.ts';
import { SAFE_HEADERS } from './safeHeaders.ts';

type Answer = readonly [status: number, ErrorCode, string];

/** What Node’s parser finds wrong before there is a request that anything else could answer. */
const ANSWERS: Record<string, Answer> = {
  HPE_HEADER_OVERFLOW: [
    431,
    'too_large',
    'The address and headers together are longer than 16 KiB. Ask for less at once, or send it in the body.',
  ],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'too_large', 'A chunk of the body has extensions that are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'invalid', 'The request did not come in whole in time. Send it again.'],
};
const UNREADABLE: Answer = [400, 'invalid', 'This is not HTTP as it should be. Send a well-formed request.'];

/** Answers what is not a request, as problem+json like everything else, and closes the connection. */
export function answerMisread(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const [status, code, detail] = ANSWERS[error.code ?? ''] ?? UNREADABLE;
  const problem: Problem = {
    type: `urn:afterword:error:${code}`,
    title: ERRORS[code].title,
    status,
    code,
    detail,
    instance: crypto.randomUUID(),
  };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json',
    ...Object.entries(SAFE_HEADERS).map(pair => pair.join(': ')),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
