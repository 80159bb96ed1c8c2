import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  .split('\0')
  .filter(path => path !== '' && existsSync(join(ROOT, path)));

test('ARCHITECTURE.md stays short', () => {
  expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(150);
});

test('every package that runs with Afterword is in the notices', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const notices = read('THIRD_PARTY_NOTICES.md');
  expect(
    Object.entries(dependencies).filter(([name, version]) => !notices.includes(`| ${name} | ${version} |`)),
  ).toEqual([]);
});

test('links between the documents lead somewhere', () => {
  const dead = tracked
    .filter(path => path.endsWith('.md') && !path.startsWith('test/corpus/'))
    .flatMap(path =>
      Array.from(read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g), match => match[1]!)
        .filter(link => !existsSync(join(ROOT, dirname(path), decodeURIComponent(link))))
        .map(link => `${path} → ${link}`),
    );
  expect(dead).toEqual([]);
});

test('corpora of others stand beside their licence or notice', () => {
  const folders = [
    ...new Set(
      tracked
        .filter(path => path.startsWith('test/corpus/'))
        .map(path => path.split('/').slice(0, 3).join('/')),
    ),
  ];
  expect(
    folders.filter(
      folder => !['NOTICE', 'NOTICE.md', 'LICENSE'].some(name => existsSync(join(ROOT, folder, name))),
    ),
  ).toEqual([]);
});
