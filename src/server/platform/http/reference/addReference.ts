import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { inlineModules } from '../../../../recorder/page/inlineModules.ts';
import { renderReference } from './renderReference.ts';

/** Nothing from elsewhere, nothing within the page. */
const POLICY =
  "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const web = (path: string): URL => new URL(`../../../../web/${path}`, import.meta.url);

const FILES: Record<string, readonly [type: string, make: () => string]> = {
  '/reference': ['text/html; charset=utf-8', renderReference],
  '/reference/page.css': ['text/css; charset=utf-8', style],
  '/reference/early.js': [
    'text/javascript; charset=utf-8',
    () => inlineModules(web(`draft/early.${EXTENSION}`)),
  ],
  '/reference/page.js': [
    'text/javascript; charset=utf-8',
    () => inlineModules(web(`reference/main.${EXTENSION}`)),
  ],
};

function style(): string {
  const sheets = ['draft/styles/tokens.css', 'draft/styles/base.css', 'reference/reference.css'];
  return sheets.map(path => readFileSync(web(path), 'utf8')).join('\n');
}

/** Serves the browsable reference at `/reference`; each file is made when it is first asked for. */
export function addReference(app: FastifyInstance): void {
  for (const [path, [type, make]] of Object.entries(FILES)) {
    let made: Buffer | undefined;
    app.get(path, (_request, reply) => {
      made ??= Buffer.from(make());
      return reply
        .type(type)
        .headers({ 'cache-control': 'public, max-age=300', 'content-security-policy': POLICY })
        .send(made);
    });
  }
}
