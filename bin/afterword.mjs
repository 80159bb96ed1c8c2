#!/usr/bin/env node
// The command as npm links it. In a clone it runs the sources; in an installed package, what `npm pack` compiled.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Older ones lack zstd in the core. */
const OLDEST_NODE = 24;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiled = join(root, 'dist', 'cli', 'main.js');

if (existsSync(join(root, 'src', 'cli', 'main.ts'))) {
  process.argv.splice(2, 0, join(root, 'src', 'cli', 'main.ts'));
  await import('../tools/bootstrap.mjs');
} else if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE)
  await import(pathToFileURL(compiled).href);
else runOnPinnedNode();

/** The package brings a Node along; started by an old one, it goes on in that. */
function runOnPinnedNode() {
  const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
  const pinned = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const child = spawn(pinned, [compiled, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', error => {
    process.stderr.write(`afterword: cannot start ${pinned}: ${error.message}\n`);
    process.exit(3);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
