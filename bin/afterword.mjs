#!/usr/bin/env node
// The command as npm links it. In a clone it runs the sources; in an installed package, what `npm pack` compiled.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiled = join(root, 'dist', 'cli', 'main.js');
if (existsSync(join(root, 'src', 'cli', 'main.ts'))) {
  process.argv.splice(2, 0, 'src/cli/main.ts');
  await import('../tools/bootstrap.mjs');
} else await import(compiled);
