/**
 * Writes THIRD_PARTY_NOTICES.md: every package that runs with Afterword, or is a part of the built web app, with its
 * licence and its authors' notice.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Locked {
  dev?: boolean;
  dependencies?: Record<string, string>;
}

interface Manifest {
  version: string;
  license?: string;
  homepage?: string;
  repository?: string | { url: string };
}

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};

function copyright(folder: string): string {
  const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
  return /^.*copyright\s+(?:\(c\)|©|\d{4}).*$/im.exec(text)?.[0].trim() ?? '';
}

const IMPORT = /(?:from|import\(?)\s*'((?:@[\w.-]+\/)?\w[\w.-]*)/g;

/** Packages that the web app imports, and what those need: built in, whatever npm takes them for. */
function bundled(): Set<string> {
  const sources = readdirSync(join(root, 'src/web'), { recursive: true, encoding: 'utf8' });
  const asked = sources
    .filter(name => /(?<!\.test)\.tsx?$/.test(name))
    .flatMap(name => [...readFileSync(join(root, 'src/web', name), 'utf8').matchAll(IMPORT)])
    .map(([, name]) => name!);
  const found = new Set<string>();
  for (let name = asked.pop(); name !== undefined; name = asked.pop()) {
    const locked = lock.packages[`node_modules/${name}`];
    if (!locked || found.has(name)) continue;
    found.add(name);
    asked.push(...Object.keys(locked.dependencies ?? {}));
  }
  return found;
}

const isBundled = bundled();
const rows = Object.entries(lock.packages)
  .filter(
    ([path, { dev }]) =>
      path.startsWith('node_modules/') &&
      (dev !== true || isBundled.has(path.slice('node_modules/'.length))) &&
      existsSync(join(root, path)),
  )
  .map(([path]) => {
    const folder = join(root, path);
    const { version, license = 'see package' } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as Manifest;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return {
      name: name.replace(/-(linux|darwin|win32|win|osx)-.*$/, ''),
      version,
      license,
      notice: copyright(folder),
    };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const unique = [...new Map(rows.map(row => [row.name, row])).values()];
const table = unique.map(
  ({ name, version, license, notice }) =>
    `| ${name} | ${version} | ${license} | ${notice.replaceAll('|', '\\|')} |`,
);
writeFileSync(
  join(root, 'THIRD_PARTY_NOTICES.md'),
  `# Third-party notices\n\nPackages that run with Afterword, under their own licences. Made by \`tools/notices.ts\`.\n\n| package | version | licence | notice |\n|---|---|---|---|\n${table.join('\n')}\n\nThe dictionaries of names are made from data of others: see [their notice](src/core/redaction/names/NOTICE.md).\n`,
);
