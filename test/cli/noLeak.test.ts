import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { cli } from '../harness/cli.ts';

/** Values made for this test, of kinds that stand in logs, JSON, CSV and chat. */
const VALUES = {
  mail: `${['grace', 'hopper'].join('.')}@example.org`,
  address: '203.0.113.88',
  password: ['q7Rw', 'zK2p', 'Lx9v'].join(''),
  token: `ghp_${'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'}`,
  card: ['4539', '1488', '0343', '6467'].join(''),
};

const at = (second: number): string => `2026-06-01T10:00:${String(second).padStart(2, '0')}.000Z`;
const FILES: Record<string, string> = {
  'app.log': `${at(1)} ERROR login of ${VALUES.mail} from ${VALUES.address} failed\n${at(2)} INFO retry with token ${VALUES.token}\n`,
  'app.ndjson': [
    { time: at(3), level: 'error', msg: `card ${VALUES.card} declined`, db: { password: VALUES.password } },
    { time: at(4), level: 'info', msg: 'ok', user: { email: VALUES.mail } },
  ]
    .map(line => `${JSON.stringify(line)}\n`)
    .join(''),
  'logins.csv': `time,level,message,password\n${at(5)},error,"denied ${VALUES.mail}",${VALUES.password}\n`,
  'chat.json': JSON.stringify([
    {
      type: 'message',
      user: 'U1',
      text: `the key is ${VALUES.token}, mail ${VALUES.mail}`,
      ts: '1780308006.000100',
    },
  ]),
};

/** Every file of a draft as text: Parquet as JSON rows, sealed originals left out (they are encrypted). */
async function readable(folder: string): Promise<Record<string, string>> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const texts: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (entry.name.endsWith('.parquet')) {
      const rows = await connection.runAndReadAll(`select to_json(r)::varchar as row from '${path}' r`);
      texts[entry.name] = rows.getRows().join('\n');
    } else texts[entry.name] = await readFile(path, 'latin1');
  }
  return texts;
}

test('no value that is redacted stands in any file of a draft, nor in what is printed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leak-'));
  try {
    const evidence = join(folder, 'evidence');
    await mkdir(evidence);
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(evidence, name), text);
    const out = join(folder, 'out');
    const { exitCode, stdout, stderr } = await cli(['draft', evidence, '--out', out], {
      keyFile: join(folder, 'key'),
    });
    expect(exitCode).toBe(0);
    const texts: Record<string, string> = { ...(await readable(out)), stdout, stderr };
    expect(Object.keys(texts)).toEqual(
      expect.arrayContaining([
        'records.parquet',
        'redactions.parquet',
        'bundle.json',
        'postmortem.html',
        'postmortem.md',
      ]),
    );
    const leaks = Object.entries(texts).flatMap(([name, text]) =>
      Object.entries(VALUES).flatMap(([kind, value]) => (text.includes(value) ? [`${kind} in ${name}`] : [])),
    );
    expect(leaks).toEqual([]);
    expect(texts['records.parquet']).toMatch(/‹mail:\w+›.*‹/s);
  } finally {
    await rm(folder, { recursive: true });
  }
});
