/** Compiles the sources to `dist/` for the published package: Node runs no TypeScript below `node_modules`. */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from './buildApp.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

function compile(project: string): void {
  const { status } = spawnSync('tsc', ['-p', project], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync(dist, { recursive: true, force: true });
compile('tools/tsconfig.build.json');
compile('tools/tsconfig.build-web.json');
cpSync(join(root, 'src'), dist, { recursive: true, filter: path => !/\.tsx?$|tsconfig\.json$/.test(path) });
await buildApp();
