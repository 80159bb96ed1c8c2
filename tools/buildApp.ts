/** Builds the web app when its sources changed since the last time. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', 'app', '.built-from');

/** What the app is made of. */
const SOURCES = [
  'src/web',
  'src/client',
  'src/contract',
  'src/core',
  'tools/buildApp.ts',
  'tools/compressAssets.ts',
  'tools/contractModules.ts',
  'vite.config.ts',
  'package-lock.json',
];

function hashSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of filesOf(join(root, source)).sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

const filesOf = (path: string): string[] =>
  /\.\w+$/.test(path)
    ? [path]
    : readdirSync(path, { withFileTypes: true, recursive: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name));

/** Leaves the built app in `dist/app`. */
export async function buildApp(): Promise<void> {
  const hash = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  process.stderr.write('afterword: building the web app …\n');
  const { build } = await import('vite');
  // A run of tests says "test" here, for which Vite would take the libraries' large and slow development builds.
  process.env.NODE_ENV = 'production';
  await build({ root: join(root, 'src', 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, hash);
}
