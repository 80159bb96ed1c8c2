import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cli, type Outcome } from '../harness/cli.ts';

const MAIL = ['ada', 'lovelace'].join('.');
const LINE = `2026-06-01T10:00:00Z INFO login of ${MAIL}@example.org from 203.0.113.77 ok\n`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redact-'));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (args: string[], stdin: string | Uint8Array = ''): Promise<Outcome> =>
  cli(['redact', ...args], { keyFile: join(folder, 'key'), stdin });

test('standard input goes to standard output, with tokens in place of what must not be read', async () => {
  const { stdout, exitCode } = await run(['-'], `plain line\n${LINE}`);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^plain line\n2026-06-01T10:00:00Z INFO login of ‹mail:\w+› from ‹ip:\w+› ok\n$/);
});

test('the report names place, rule, kind and token, and never the value', async () => {
  await writeFile(join(folder, 'in.log'), `x\n${LINE}`);
  const out = join(folder, 'out.log');
  const report = join(folder, 'report.json');
  await run([join(folder, 'in.log'), '--out', out, '--report', report]);
  const text = await readFile(report, 'utf8');
  const { replacements } = JSON.parse(text) as {
    replacements: { line: number; column: number; kind: string; token: string }[];
  };
  expect(replacements.map(({ line, kind }) => [line, kind])).toEqual([
    [2, 'mail'],
    [2, 'ip'],
  ]);
  const redacted = (await readFile(out, 'utf8')).split('\n')[1]!;
  for (const { token } of replacements) expect(redacted).toContain(token);
  expect(text).not.toContain(MAIL);
  expect(text).not.toContain('203.0.113.77');
});

test('the same key gives the same tokens, another key other ones', async () => {
  await writeFile(join(folder, 'k'), `${'ab'.repeat(32)}\n`);
  await writeFile(join(folder, 'l'), `${'cd'.repeat(32)}\n`);
  const [first, second, other] = await Promise.all(
    ['k', 'k', 'l'].map(key => run(['-', '--key', join(folder, key)], LINE)),
  );
  expect(second!.stdout).toBe(first!.stdout);
  expect(other!.stdout).not.toBe(first!.stdout);
});

test('a file that is not there is said so, and leaves no output', async () => {
  expect(await run([join(folder, 'nowhere'), '--out', join(folder, 'x')])).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('no such file'),
  });
  expect(await run([folder])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is a folder') });
  expect(await readdir(folder)).toEqual([]);
});
