import type { FastifyInstance } from 'fastify';
import { BYTES } from '../../../contract/bytesField.ts';

/**
 * Lets operations take bytes of any number: such a body is handed on as a stream, unread, in the input's field for
 * bytes, beside what the query says. Who reads it has been asked for permission by then, and counts.
 */
export function takeBytes(app: FastifyInstance): void {
  app.addContentTypeParser('application/octet-stream', (request, payload, done) =>
    done(null, { ...(request.query as object), [BYTES]: payload }),
  );
}
