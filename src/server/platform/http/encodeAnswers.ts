import type { FastifyInstance, FastifyReply } from 'fastify';
import { CODING_HEADERS, chooseCoding, encode } from './contentCoding.ts';
import { entityTag, isKnown } from './entityTag.ts';

/** Bytes below which an answer goes out in one packet anyway. */
const FEWEST = 1_024;

/** Text compresses. A stream of events, though text, must not wait for more of it. */
const TEXT = /^(?:text\/(?!event-stream)|application\/(?:[\w.-]+\+)?(?:json|xml)\b|image\/svg)/;

/**
 * Sends the answers of reads as small as their reader takes them, or not at all when they are known already: chooses a
 * coding, completes the ETag, holds `If-None-Match` against it, compresses. Only bytes that are there as a whole: what
 * streams is a file to keep, of a length that is told, or is compressed by who makes it.
 */
export function encodeAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async ({ method, headers }, reply, payload) => {
    if (method !== 'GET' && method !== 'HEAD') return payload;
    if (!Buffer.isBuffer(payload)) return method === 'HEAD' ? withoutBody(payload) : payload;
    if (reply.statusCode !== 200) return payload;

    const isText = payload.length >= FEWEST && mayCompress(reply);
    if (isText) reply.header('vary', CODING_HEADERS);
    const coding = isText ? chooseCoding(headers) : null;
    const version = reply.getHeader('etag');
    if (typeof version === 'string') {
      const tag = entityTag({ version, bytes: payload, coding });
      reply.header('etag', tag);
      if (isKnown(tag, headers['if-none-match'])) {
        reply.status(304).removeHeader('content-type').removeHeader('content-length');
        return null;
      }
    }
    if (!coding) return payload;
    reply.header('content-encoding', coding).removeHeader('content-length');
    return encode(payload, coding);
  });
}

const mayCompress = (reply: FastifyReply): boolean =>
  !reply.hasHeader('content-encoding') && TEXT.test(String(reply.getHeader('content-type')));

/** Whoever asks for the head alone takes nothing from a stream, so nothing would end it. */
function withoutBody(payload: unknown): null {
  (payload as { destroy?(): void } | null)?.destroy?.();
  return null;
}
