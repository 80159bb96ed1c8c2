import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { contract } from '../../../contract/index.ts';
import { holdsSession } from '../auth/cookie.ts';
import { API } from './operationRoutes.ts';

/** As `vite build` leaves it in the page, and as it is replaced for each answer. */
const NONCE = '__NONCE__';

/** Pages that do not ask who is there. An answer that waited for nobody would be taken for that of a later sign-in. */
const OPEN_TO_ALL = /^\/(?:sign-in|setup|invitation|reset-password)(?:[/?]|$)/;
/** Has a browser ask who is there beside the scripts, which wait for it, instead of after them. */
const ASK_WHO = `<${API}${contract.people.me['~orpc'].route.path}>; rel=preload; as=fetch; crossorigin`;

const asksWho = ({ url, headers }: FastifyRequest): boolean =>
  holdsSession(headers.cookie) && !OPEN_TO_ALL.test(url);

/** The outline of the app in the page, and as it is shown. */
const OUTLINE = ['id="outline" hidden', 'id="outline"'] as const;

/** Where `npm run build` puts the web app: beside the compiled server, or in `dist` beside the sources. */
function builtFolder(): string {
  const room = join(import.meta.dirname, '..', '..', '..');
  return basename(room) === 'src' ? join(room, '..', 'dist', 'app') : join(room, 'app');
}

/** Nothing is loaded from elsewhere, no script stands in the page; styles that libraries add carry the nonce. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "object-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Serves the web app: its files for ever, because their names hold their hashes; its one page for every address that is
 * no file and no operation, because the app routes in the browser.
 */
export async function addPages(app: FastifyInstance, folder = builtFolder()): Promise<void> {
  const file = join(folder, 'index.html');
  if (!existsSync(file)) {
    app.log.warn({ folder }, 'the web app is not built: only the API is served. Run `npm run build`.');
    return;
  }
  const page = await readFile(file, 'utf8');
  const pageWithin = page.replace(...OUTLINE);
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    // The build has left each file compressed beside it.
    preCompressed: true,
    decorateReply: false,
  });
  await app.register(fastifyStatic, { root: folder, serve: false });
  app.get('/icon.svg', (_request, reply) => reply.sendFile('icon.svg'));
  app.get('/*', (request, reply) => {
    if (/^\/(?:api|assets|mcp)(?:\/|$|\?)/.test(request.url)) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64url');
    const isWithin = asksWho(request);
    if (isWithin) reply.header('link', ASK_WHO);
    return reply
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send((isWithin ? pageWithin : page).replaceAll(NONCE, nonce));
  });
}
