import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bundle } from '../../src/core/document/bundle.ts';
import { apiOutage } from '../builders/incidents/apiOutage.ts';
import { cli } from '../harness/cli.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function draft(name: string, files: Record<string, string>): Promise<Bundle> {
  for (const [path, text] of Object.entries(files)) {
    const target = join(folder, name, 'in', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const out = join(folder, name, 'out');
  const { exitCode, stderr } = await cli(['draft', join(folder, name, 'in'), '--out', out], {
    keyFile: join(folder, 'key'),
  });
  expect(exitCode, stderr).toBe(0);
  return JSON.parse(await readFile(join(out, 'bundle.json'), 'utf8'));
}

test('every query of a draft runs over its records, and lists as many as the citation says', async () => {
  const bundle = await draft('queries', apiOutage(3).files);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const records = join(folder, 'queries/out/evidence/records.parquet');
  await connection.run(`create view records as from read_parquet('${records}')`);
  const asked = bundle.citations.filter(({ query }) => query !== undefined);
  expect(asked.length).toBeGreaterThan(5);
  for (const { query, count, label } of asked) {
    const found = (await connection.runAndReadAll(query!)).currentRowCount;
    expect(found, label).toBeGreaterThan(0);
    if (query!.startsWith('select "at", path')) expect(found, label).toBe(count);
  }
});

test('a log that was shipped twice is counted once, and the draft says so', async () => {
  const { files } = apiOutage(4);
  const lines = files['app/checkout.log']!.split('\n');
  const once = await draft('once', files);
  const twice = await draft('twice', { ...files, 'shipper/checkout.log': lines.slice(0, -200).join('\n') });
  expect(
    twice.gaps.find(gap => gap.kind === 'duplicate' && gap.source === 'shipper/checkout.log')?.count,
  ).toBeGreaterThan(lines.length - 210);
  const errors = ({ moments }: Bundle): string[] =>
    moments
      .filter(moment => moment.service === 'checkout')
      .map(({ at, title, reason }) => `${at} ${title} ${reason}`);
  expect(errors(twice)).toEqual(errors(once));
});

test('a folder with hardly anything says what is missing', async () => {
  const bundle = await draft('sparse', { 'notes.txt': 'the site was slow this morning\n' });
  expect(bundle.summary.length).toBeGreaterThan(0);
  expect(bundle.unknowns.map(({ text }) => text).join(' ')).toContain('Worth adding');
  expect(bundle.moments).toEqual([]);
});

test('people are not named as causes', async () => {
  const bundle = await draft('people', apiOutage(5).files);
  const said = JSON.stringify([bundle.summary, bundle.hypotheses, bundle.actions, bundle.unknowns]);
  expect(said).not.toMatch(/U0[0-9A-Z]{6,}|Author|human error|should have|failed to/);
});
