import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Problem } from '../../../contract/errors.ts';
import { answerMisread } from './answerMisread.ts';
import { askWho } from './askWho.ts';
import { encodeAnswers } from './encodeAnswers.ts';
import { methodsAt } from './methodsAt.ts';
import { observeRequests } from './observeRequests.ts';
import { addOpenApi } from './openApi/addOpenApi.ts';
import { API, addOperationRoutes, type OperationRoutes } from './operationRoutes.ts';
import { toProblem } from './problem.ts';
import { addReference } from './reference/addReference.ts';
import { refuseWhileClosing } from './refuseWhileClosing.ts';
import { reportProblem } from './reportProblem.ts';
import { SAFE_HEADERS } from './safeHeaders.ts';
import { takeBytes } from './takeBytes.ts';

/** Largest JSON body, in bytes. Files come in parts, through operations that say so. */
const MOST_JSON = 2 * 1024 * 1024;

/** Within which a request must have come in whole, in milliseconds; one part of a file, over a bad line, takes minutes. */
const MOST_PATIENCE = 300_000;

/** The HTTP face: every operation of the contract under `/api/v1`, failures as problem+json. Does not listen. */
export async function buildHttp(routes: OperationRoutes): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: routes.platform.log as FastifyBaseLogger,
    bodyLimit: MOST_JSON,
    requestTimeout: MOST_PATIENCE,
    trustProxy: routes.trustProxy ?? false,
    genReqId: () => crypto.randomUUID(),
    routerOptions: { maxParamLength: 2_000 },
    clientErrorHandler: answerMisread,
    // What Fastify would say then is no problem+json: `refuseWhileClosing` says it.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) =>
      void send(reply.headers(SAFE_HEADERS), toProblem(error, request.id)),
    // Lines of a request name it themselves, so it needs no log of its own.
    childLoggerFactory: log => log,
    logController: new LogController({ disableRequestLogging: true }),
  });
  observeRequests(app, { log: routes.platform.log, observe: routes.observe });
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(SAFE_HEADERS);
    done();
  });
  refuseWhileClosing(app);
  await askWho(app, routes);
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (reply.statusCode >= 400 && String(reply.getHeader('content-type')).startsWith('application/json'))
      reply.type('application/problem+json');
    // A 401 must say how one signs in; browsers ask nobody for a bearer token, so no dialogue opens.
    if (reply.statusCode === 401) reply.header('www-authenticate', 'Bearer realm="Afterword"');
    // Text with a character beyond Latin-1 takes Node several times as long to send as its bytes.
    done(null, typeof payload === 'string' ? Buffer.from(payload) : payload);
  });
  encodeAnswers(app);
  app.setErrorHandler((error, request, reply) =>
    send(reply, reportProblem(error, { log: request.log, requestId: request.id })),
  );
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]!;
    const methods = path.startsWith(`${API}/`) ? methodsAt(path.slice(API.length)) : [];
    if (methods.length > 0) reply.header('allow', methods.join(', ').replace('GET', 'GET, HEAD'));
    return send(reply, nothingHere(request, path, methods));
  });
  takeBytes(app);
  addOpenApi(app);
  addReference(app);
  addOperationRoutes(app, routes);
  return app;
}

const send = (reply: FastifyReply, problem: Problem) =>
  reply.status(problem.status).type('application/problem+json').send(problem);

function nothingHere({ id, method }: FastifyRequest, path: string, methods: readonly string[]): Problem {
  const next =
    methods.length > 0
      ? `It takes ${methods.join(' and ')}.`
      : `All operations are shown at /reference, and listed at ${API}/openapi.json.`;
  return {
    type: 'urn:afterword:error:not_found',
    title: 'Not found',
    status: methods.length > 0 ? 405 : 404,
    code: 'not_found',
    detail: `Nothing is at ${method} ${path}. ${next}`,
    instance: id,
  };
}
