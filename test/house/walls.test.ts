import { expect, test } from 'vitest';
import { codeOf, isTest, type Source, sources } from './sources.ts';

const ALL = sources();
const CODE = ALL.filter(source => !isTest(source));

/** Room → rooms it may import from. The browser's part of the page is a room of its own. */
const WALLS: Record<string, readonly string[]> = {
  core: ['core'],
  recorder: ['core', 'recorder'],
  cli: ['core', 'recorder', 'cli'],
  web: ['core', 'web'],
};

const roomOf = (path: string): string => path.split('/')[1]!;

test('a room imports only from the rooms that its walls have doors to', () => {
  const wrong = CODE.flatMap(({ path, imports }) =>
    imports
      .filter(({ target, isOurs }) => isOurs && !WALLS[roomOf(path)]!.includes(roomOf(target)))
      .map(({ target }) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
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

test('SQL stands in the recorder only', () => {
  const sql = /`\s*(?:select|insert into|create (?:or replace )?(?:view|table|temp)|copy \(|with \w+ as)\b/i;
  const wrong = CODE.filter(({ path, text }) => roomOf(path) !== 'recorder' && sql.test(text)).map(
    ({ path }) => path,
  );
  expect(wrong).toEqual([]);
});

test('the engine and the packages that read archives are imported by their rooms only', () => {
  const owners: Record<string, RegExp> = {
    '@duckdb/node-api': /^src\/recorder\//,
    'tar-stream': /^src\/recorder\/inputs\//,
    yauzl: /^src\/recorder\/inputs\//,
    commander: /^src\/cli\//,
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
