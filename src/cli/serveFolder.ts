import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/x-ndjson; charset=utf-8',
};

/** Names by which a browser on this machine may ask; any other is a page elsewhere that rebinds its name to us. */
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Shows a folder's files to this machine only, `/` being `index`. Resolves when it listens; rejects with EADDRINUSE
 * when the port is taken.
 */
export function serveFolder(
  folder: string,
  { port, index }: { port: number; index: string },
): Promise<Server> {
  const server = createServer((request, response) => {
    if (!LOCAL_HOST.test(request.headers.host ?? ''))
      return refuse(response, 403, 'only this machine is answered');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'only GET is answered');
    const path = fileFor(folder, request.url ?? '/', index);
    if (path === undefined) return refuse(response, 404, 'no such file');
    send(path, request.method === 'HEAD', response).catch(() => refuse(response, 404, 'no such file'));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function fileFor(folder: string, url: string, index: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://local').pathname);
    const file = normalize(join(folder, path === '/' ? index : path));
    return file.startsWith(folder + sep) && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}

async function send(path: string, headOnly: boolean, response: ServerResponse): Promise<void> {
  const info = await stat(path);
  if (!info.isFile()) return refuse(response, 404, 'no such file');
  response.writeHead(200, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'content-length': info.size,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  if (headOnly) return void response.end();
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response);
}

function refuse(response: ServerResponse, status: number, why: string): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${why}\n`);
}
