import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { RECORD_COLUMNS } from '../../core/record.ts';
import { correctClocks, openLake } from '../ingest/openLake.ts';
import { openEngine } from '../records/openEngine.ts';
import type { RecordArchive } from '../records/openRecordArchive.ts';
import { withScratch } from '../scratch.ts';

export interface TestArchive {
  /** The key of every object is its path. */
  archive: RecordArchive;
  /** Reads files as evidence is read, with clocks corrected; the key of their records. */
  freezeFiles(paths: readonly string[]): Promise<string>;
  /** Spans as they are, without reading anything; the key of their records. */
  freezeSpans(spans: readonly MadeSpan[]): Promise<string>;
  /** Puts files into a folder of their own. */
  write(files: Record<string, string>): Promise<string>;
  close(): Promise<void>;
}

export interface MadeSpan {
  at: number;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  service: string;
  name: string;
  durationUs: number;
  level: string;
  attributes: string;
}

const MADE: Record<string, string> = {
  at: 'make_timestamptz("at")',
  trace_id: '"traceId"',
  span_id: '"spanId"',
  parent_span_id: '"parentSpanId"',
  duration_us: '"durationUs"',
  kind: "'span'",
  service: 'service',
  name: 'name',
  level: 'level',
  attributes: 'attributes',
};

/** An archive of records in files of this machine. */
export async function openTestArchive(): Promise<TestArchive> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'));
  const engine = openEngine({ folder: join(folder, 'spilled') });
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  let made = 0;
  return {
    archive: { engine, copies: { pathOf: async key => key }, close: () => engine.close() },
    freezeFiles: paths =>
      withScratch(async scratch => {
        const options = { scratch, tokenKey: randomBytes(32), keepReplacements: false, zone: 'UTC' };
        const { lake } = await openLake(paths, options);
        const key = join(folder, `${made++}.parquet`);
        await lake.writeRecords(key, 'parquet', (await correctClocks(lake)).correction);
        lake.close();
        return key;
      }),
    async freezeSpans(spans) {
      const key = join(folder, `${made++}.parquet`);
      const columns = RECORD_COLUMNS.map(
        ([name, type]) => `${MADE[name] ?? (type === 'varchar' ? "''" : `null::${type}`)} as "${name}"`,
      );
      await writeFile(`${key}.json`, spans.map(span => JSON.stringify(span)).join('\n'));
      const connection = await instance.connect();
      await connection.run(
        `copy (select ${columns} from read_json('${key}.json', format = 'newline_delimited', columns = {"at": 'bigint',
          "traceId": 'varchar', "spanId": 'varchar', "parentSpanId": 'varchar', service: 'varchar', name: 'varchar',
          "durationUs": 'bigint', level: 'varchar', attributes: 'varchar'})) to '${key}' (format parquet)`,
      );
      connection.closeSync();
      return key;
    },
    async write(files) {
      const path = await mkdtemp(join(folder, 'files-'));
      for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
      return path;
    },
    async close() {
      engine.close();
      instance.closeSync();
      await rm(folder, { recursive: true });
    },
  };
}
