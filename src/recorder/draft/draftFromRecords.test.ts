import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { seeded } from '../../../test/builders/random.ts';
import { parseBundle } from '../../core/document/parseBundle.ts';
import { toMarkdown } from '../../core/document/toMarkdown.ts';
import { RECORD_COLUMNS } from '../../core/record.ts';
import { literal } from '../timeline/sql.ts';
import { draftFromRecords } from './draftFromRecords.ts';

const NOTHING_ELSE = {
  coverage: [],
  clocks: { reference: '', clocks: [], contradictions: [] },
  redactions: [],
  evidence: [],
  generatedAt: '2026-01-01T00:00:00Z',
  generator: 'test',
};
const NOW = 1.7e15;
const TEXTS = [
  'error',
  'rolled back',
  'OOMKilled',
  "it's",
  '`a` | b',
  'pool exhausted',
  '{"status":500}',
  '"q" \\',
  'all good',
  "'); drop table x",
];
const ATTRIBUTES = [
  '',
  '{}',
  '{"status":500,"method":"GET","path":"/x/1"}',
  '{"state":"firing"}',
  '{"state":"resolved"}',
  '{"pod":"s1-0"}',
];

/** SQL for one record in which anything may stand, times of broken clocks and odd numbers too. */
function anyRecord(random: () => number): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const text = (items: readonly string[]): string => literal(pick(items));
  const kind = pick(['log', 'span', 'metric', 'event', 'alert', 'change', 'message', 'object']);
  const at = pick([NOW, NOW, NOW, 1, -5e15, 2.5e17]) + Math.floor(random() * pick([1e6, 3.6e9, 1e12]));
  return `(${random() < 0.05 ? 'null' : `make_timestamptz(${at})`}, 'x', ${text(['ns', 'ms', 's', 'min', ''])},
    ${text(['a', 'b.log', "c'd"])}, ${text(['a', 'b.log', "c'd"])}, 1, ${text(['', 'h1'])}, ${text(['', 's1', "s'2"])},
    ${text(['', 'error', 'info', 'warn', 'fatal'])}, ${text(['', 't1'])}, ${text(['', 'p1', 'p2'])}, ${text(['', 'p1', 'p9'])},
    ${pick(['null', '5', '-3', '99999999'])}, '${kind}', ${text(TEXTS)},
    ${kind === 'metric' ? pick(['1.5', 'null', "'nan'", "'inf'", String(random() * 1e6)]) : 'null'},
    ${text(TEXTS)}, ${text(ATTRIBUTES)}, 0, ${pick(['null', '100', '5000000'])})`;
}

test.each(Array.from({ length: 25 }, (_, i) => i * 7919))(
  'whatever the records hold, a whole draft comes out (seed %i)',
  async seed => {
    const random = seeded(seed);
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    await connection.run(
      `create table read (${RECORD_COLUMNS.map(([name, type]) => `"${name}" ${type}`).join(', ')})`,
    );
    const rows = Array.from({ length: 1 + Math.floor(random() * 300) }, () => anyRecord(random));
    await connection.run(`insert into read values ${rows.join(', ')}`);
    await connection.run('create table records as from read order by "at"');
    const window = random() < 0.4 ? { from: NOW + Math.floor(random() * 1e9) } : {};
    const bundle = await draftFromRecords(connection, { ...NOTHING_ELSE, window });
    expect(parseBundle(JSON.stringify(bundle)).misfits).toEqual([]);
    expect(toMarkdown(bundle)).not.toMatch(/undefined|NaN|Infinity|\[object/);
  },
);
