import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fastify from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPages } from './addPages.ts';

const SCRIPT = 'export const answer = 42;\n'.repeat(100);

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-pages-'));
  const script = join(folder, 'assets', 'index-1.js');
  await mkdir(join(folder, 'assets'));
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><meta nonce="__NONCE__"><div id="outline" hidden></div>',
  );
  await writeFile(script, SCRIPT);
  await writeFile(`${script}.br`, brotliCompressSync(SCRIPT));
  await writeFile(`${script}.gz`, gzipSync(SCRIPT));
});
afterEach(() => rm(folder, { recursive: true }));

test.each([
  ['gzip, deflate, br', 'br', brotliCompressSync(SCRIPT)],
  ['gzip', 'gzip', gzipSync(SCRIPT)],
  ['identity', undefined, Buffer.from(SCRIPT)],
])('gives a script to whoever takes “%s” as %s', async (accepted, encoding, expected) => {
  const app = fastify();
  await addPages(app, folder);
  const answer = await app.inject({ url: '/assets/index-1.js', headers: { 'accept-encoding': accepted } });
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(answer.headers['content-type']).toContain('javascript');
  expect(answer.headers['cache-control']).toContain('immutable');
  expect(answer.rawPayload.equals(expected)).toBe(true);
  await app.close();
});

const SESSION = 'theme=dark; afterword.session_token=a.b';

test.each([
  ['/incidents/INC-1', SESSION, true],
  ['/', `__Host-${SESSION.slice(12)}`, true],
  ['/incidents', 'theme=dark', false],
  ['/incidents', undefined, false],
  ['/sign-in?next=%2Fincidents', SESSION, false],
  ['/invitation', SESSION, false],
])(
  'a browser at %s with the cookie %s is told to ask who is there, and shown the outline: %s',
  async (url, cookie, isTold) => {
    const app = fastify();
    await addPages(app, folder);
    const { headers, body } = await app.inject({ url, headers: cookie ? { cookie } : {} });
    expect(body).toContain(isTold ? '<div id="outline"></div>' : '<div id="outline" hidden></div>');
    expect(headers.link).toBe(isTold ? '</api/v1/me>; rel=preload; as=fetch; crossorigin' : undefined);
    await app.close();
  },
);
