import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ParquetWriter } from './parquetWriter.ts';

const row = fc.record({
  n: fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }),
  d: fc.double({ noNaN: true }),
  text: fc
    .oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 0, maxLength: 3000 }))
    .filter(t => t.isWellFormed()),
  word: fc.constantFrom('', 'error', 'info', '日本', 'ü'),
});

test('what is written is what DuckDB reads, for any rows and group sizes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parquet-'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(row, { maxLength: 300 }), { minLength: 1, maxLength: 3 }),
      async groups => {
        const path = join(folder, 'x.parquet');
        const writer = ParquetWriter.create(path, [
          ['n', 'int64'],
          ['d', 'double'],
          ['text', 'text'],
          ['word', 'text'],
          ['i', 'int32'],
        ]);
        for (const rows of groups) {
          const dictionary = [...new Set(rows.map(r => r.word))];
          writer.writeGroup(rows.length, [
            { plain: BigInt64Array.from(rows.map(r => r.n)) },
            { plain: Float64Array.from(rows.map(r => r.d)) },
            { texts: rows.map(r => r.text) },
            { codes: Uint16Array.from(rows.map(r => dictionary.indexOf(r.word))), dictionary },
            { plain: Int32Array.from(rows.map((_, i) => i)) },
          ]);
        }
        writer.close();
        const read = await connection.runAndReadAll(`select n, d, text, word from '${path}'`);
        expect(read.getRows()).toEqual(groups.flat().map(r => [r.n, r.d, r.text, r.word]));
      },
    ),
    { numRuns: 40 },
  );
  await rm(folder, { recursive: true });
});
