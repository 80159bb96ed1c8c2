import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

interface PageFile {
  type: string;
  content: string;
}

const root = join(import.meta.dirname, '..', '..');
const peer = join(root, 'bench', 'node_modules', 'vis-timeline');

/** The page that `page.ts` runs in, by path. Colours are those of the app. */
export async function buildPage(folder: string): Promise<Record<string, PageFile>> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2023',
      lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['es'], fileName: () => 'page.js' },
    },
  });
  const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
  const styles = read(root, 'src', 'web', 'draft', 'styles', 'tokens.css');
  const peerStyles = read(peer, 'styles', 'vis-timeline-graph2d.min.css');
  const html = `<!doctype html><meta charset="utf-8"><title>Timelines</title><style>${styles}${peerStyles}</style>
    <body style="margin:0;font-family:sans-serif"><script type="module" src="/page.js"></script></body>`;
  return {
    '/': { type: 'text/html', content: html },
    '/page.js': { type: 'text/javascript', content: read(folder, 'page.js') },
    '/vis.js': {
      type: 'text/javascript',
      content: read(peer, 'standalone', 'esm', 'vis-timeline-graph2d.min.mjs'),
    },
  };
}
