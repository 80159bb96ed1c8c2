import { expect, test } from 'vitest';
import { codeOf, isTest, type Source, sources } from './sources.ts';

const ALL = sources();
const CODE = ALL.filter(source => !isTest(source));

/**
 * Room → rooms it may import from. `server` is what wires: the files at the top of `src/server` and its commands; `platform` and the
 * features stand below it.
 */
const WALLS: Record<string, readonly string[]> = {
  core: ['core'],
  recorder: ['core', 'recorder'],
  verifier: ['verifier'],
  contract: ['core', 'contract'],
  client: ['core', 'contract', 'client'],
  mcp: ['core', 'contract', 'mcp'],
  platform: ['core', 'recorder', 'contract', 'platform'],
  feature: ['core', 'recorder', 'contract', 'platform', 'feature'],
  server: ['core', 'recorder', 'contract', 'mcp', 'platform', 'feature', 'server'],
  cli: ['core', 'recorder', 'verifier', 'contract', 'client', 'mcp', 'platform', 'server', 'cli'],
  web: ['core', 'contract', 'client', 'web'],
};

function roomOf(path: string): string {
  const [, room, below, ...rest] = path.split('/');
  if (room !== 'server' || rest.length === 0 || below === 'commands') return room!;
  return below === 'platform' ? 'platform' : 'feature';
}

test('a room imports only from the rooms that its walls have doors to', () => {
  const wrong = CODE.flatMap(({ path, imports }) =>
    imports
      .filter(({ target, isOurs }) => isOurs && !WALLS[roomOf(path)]!.includes(roomOf(target)))
      .map(({ target }) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('a feature of the server never answers for another: it does not use its handlers', () => {
  const featureOf = (path: string) => path.split('/')[2];
  const wrong = CODE.filter(({ path }) => roomOf(path) === 'feature').flatMap(({ path, imports }) =>
    imports
      .filter(({ target, isOurs }) => isOurs && roomOf(target) === 'feature')
      .filter(({ target }) => featureOf(target) !== featureOf(path) && /[hH]andlers\.ts$/.test(target))
      .map(({ target }) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('the command line loads the server on demand', () => {
  const eager = CODE.filter(({ path }) => /^src\/cli\/(?!commands\/)/.test(path)).flatMap(
    ({ path, imports }) =>
      imports
        .filter(({ target, isTypeOnly }) => !isTypeOnly && /^src\/server\//.test(target))
        .map(({ target }) => `${path} → ${target}`),
  );
  expect(eager).toEqual([]);
});

test('every room has its walls written down', () => {
  expect([...new Set(CODE.map(({ path }) => roomOf(path)))].filter(room => !(room in WALLS))).toEqual([]);
});

test('the core is pure: no packages, no clock, no randomness, no environment, no output', () => {
  const impure =
    /\b(?:Date\.now|new Date\(\)|Math\.random|crypto\.|process\.|performance\.|console\.|fetch\(|setTimeout|setInterval|globalThis)\b/;
  const wrong = CODE.filter(({ path }) => roomOf(path) === 'core').flatMap(source => [
    ...source.imports.filter(({ isOurs }) => !isOurs).map(({ target }) => `${source.path} imports ${target}`),
    ...(impure.exec(codeOf(source))?.map(use => `${source.path} uses ${use}`) ?? []),
  ]);
  expect(wrong).toEqual([]);
});

test('the environment is read, and the process ended, in the main only', () => {
  const wrong = CODE.filter(source => /process\.(?:env|exit\b|exitCode)/.test(codeOf(source))).map(
    ({ path }) => path,
  );
  expect(wrong).toEqual(['src/cli/main.ts']);
});

test('SQL stands in the recorder, in stores and in the platform only', () => {
  const sql = /`\s*(?:select|insert into|create (?:or replace )?(?:view|table|temp)|copy \(|with \w+ as)\b/i;
  const mayHold = ({ path }: Source) =>
    ['recorder', 'platform'].includes(roomOf(path)) || /[sS]tore\.ts$|Rows\.ts$/.test(path);
  const wrong = CODE.filter(source => !mayHold(source) && sql.test(source.text)).map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('the engine and the packages that read archives are imported by their rooms only', () => {
  const owners: Record<string, RegExp> = {
    '@duckdb/node-api': /^src\/recorder\//,
    'tar-stream': /^src\/(?:recorder\/inputs|server\/platform\/backup)\//,
    yauzl: /^src\/recorder\/inputs\//,
    commander: /^src\/cli\//,
    fastify: /^src\/server\//,
    kysely: /^src\/server\//,
    pg: /^src\/server\//,
    'better-auth': /^src\/server\/platform\/auth\//,
    'graphile-worker': /^src\/server\/platform\/(?:jobs|db)\//,
    '@aws-sdk/client-s3': /^src\/recorder\/objects\//,
  };
  const wrong = CODE.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => owners[target] && !owners[target].test(path))
      .map(({ target }) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('there are no import cycles', () => {
  const byPath = new Map(CODE.map(source => [source.path, source]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (source: Source, trail: string[]): void => {
    if (trail.includes(source.path))
      return void cycles.push([...trail.slice(trail.indexOf(source.path)), source.path].join(' → '));
    if (done.has(source.path)) return;
    for (const { target, isOurs, isTypeOnly } of source.imports) {
      const next = isOurs && !isTypeOnly ? byPath.get(target) : undefined;
      if (next) visit(next, [...trail, source.path]);
    }
    done.add(source.path);
  };
  for (const source of CODE) visit(source, []);
  expect(cycles).toEqual([]);
});
