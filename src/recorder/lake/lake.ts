import { availableParallelism } from 'node:os';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { RECORD_COLUMNS } from '../../core/record.ts';
import type { Ingested } from '../ingest/ingest.ts';
import { NO_INTEGER, NO_VALUE, RUN_COLUMNS } from './runWriter.ts';
import { serviceOfFile } from './serviceOfFile.ts';
import { sourceNames } from './sourceNames.ts';

export interface LakeOptions {
  /** Where the engine spills what does not fit its memory. */
  scratch: string;
  /** Memory for the engine, in MiB. */
  memoryMb?: number;
  threads?: number;
}

/** How records are written; `parquet` is sorted by time and compressed with zstd. */
export type RecordFormat = 'parquet' | 'ndjson' | 'csv';

/** SQL for the clock correction: a table expression to join and the two columns. */
export interface CorrectionSql {
  /** e.g. `left join clock_segments …`, referring to `r` for the records before correction. */
  join: string;
  correctionUs: string;
  uncertaintyUs: string;
}

/** Nothing known about any clock. */
export const NO_CORRECTION: CorrectionSql = { join: '', correctionUs: '0', uncertaintyUs: 'null' };

/** A SQL text literal. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * The columnar engine over what was read. `records_read` is the records as their sources stamped them; `records` is the
 * same, corrected and sorted, once `writeRecords` was called.
 */
export class Lake {
  readonly connection: DuckDBConnection;
  #instance: DuckDBInstance;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.connection = connection;
  }

  /** Opens an engine of its own, in memory, with times in UTC. */
  static async open({
    scratch,
    memoryMb = 768,
    threads = availableParallelism(),
  }: LakeOptions): Promise<Lake> {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(threads),
      memory_limit: `${memoryMb}MiB`,
      temp_directory: scratch,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    await connection.run("set timezone = 'UTC'");
    return new Lake(instance, connection);
  }

  /** Makes `records_read` out of the runs. */
  async addRuns({ runPaths, segments }: Pick<Ingested, 'runPaths' | 'segments'>): Promise<void> {
    await this.connection.run(
      'create table segments (segment integer, path varchar, source varchar, service varchar, line_base integer)',
    );
    const appender = await this.connection.createAppender('segments');
    const sources = sourceNames(
      segments.map(({ segment: { path }, result: { from, to } }) => ({ path, from, to })),
    );
    const lines = new Map<number, number>();
    for (const { segment, result } of segments) {
      const base = lines.get(segment.file) ?? 0;
      lines.set(segment.file, base + result.lines);
      appender.appendInteger(segment.id);
      appender.appendVarchar(segment.path);
      const source = sources.get(segment.path)!;
      appender.appendVarchar(source);
      appender.appendVarchar(serviceOfFile(source));
      appender.appendInteger(base);
      appender.endRow();
    }
    appender.closeSync();
    const runs = runPaths.length === 0 ? EMPTY_RUN : `read_parquet([${runPaths.map(sqlText).join(', ')}])`;
    await this.connection.run(`create view records_read as ${recordsRead(runs)}`);
  }

  /**
   * Writes the records, corrected and in time order (those without a time last), and makes `records` a view of them
   * when they are Parquet.
   */
  async writeRecords(path: string, format: RecordFormat, correction = NO_CORRECTION): Promise<void> {
    const records = `${corrected(correction)} order by "at" nulls last, r.place`;
    const rows = format === 'parquet' ? records : `select ${AS_TEXT[format]} from (${records})`;
    await this.connection.run(`copy (${rows}) to ${sqlText(path)} (${COPY_OPTIONS[format]})`);
    if (format === 'parquet') await this.useRecords(path);
  }

  /** Makes `records` a view of what was read, corrected but not sorted: for a few questions without a file. */
  async viewRecords(correction = NO_CORRECTION): Promise<void> {
    await this.connection.run(`create or replace view records as ${corrected(correction)}`);
  }

  /** Makes `records` a view of a Parquet file that `writeRecords` wrote. */
  async useRecords(path: string): Promise<void> {
    await this.connection.run(
      `create or replace view records as select * from read_parquet(${sqlText(path)})`,
    );
  }

  /** Writes every replacement, with path and line in place of the segment. */
  async writeReplacements(runs: readonly string[], path: string): Promise<void> {
    await this.connection.run(`
      copy (
        select s.path, p.line + s.line_base as line, p.field, p.start, p."end", p.rule, p.kind, p.token, p.encoding
        from read_parquet([${runs.map(sqlText).join(', ')}]) p join segments s on s.segment = p.segment
        order by s.path, line, p.field, p.start
      ) to ${sqlText(path)} (${COPY_OPTIONS.parquet})`);
  }

  close(): void {
    this.connection.closeSync();
    this.#instance.closeSync();
  }
}

const COPY_OPTIONS: Record<RecordFormat, string> = {
  parquet: 'format parquet, compression zstd, compression_level 1, parquet_version v2, row_group_size 61440',
  ndjson: 'format json',
  csv: 'format csv, header true',
};

/** Times as ISO 8601 with microseconds; attributes nested where the format can nest. */
const ISO_TIME = `strftime(timezone('UTC', "at"), '%Y-%m-%dT%H:%M:%S.%fZ') as "at"`;
const AS_TEXT: Record<Exclude<RecordFormat, 'parquet'>, string> = {
  ndjson: `* replace (${ISO_TIME}, nullif(attributes, '')::json as attributes)`,
  csv: `* replace (${ISO_TIME})`,
};

/** A run without a row, for an empty folder. */
const EMPTY_RUN = `(select ${RUN_COLUMNS.map(([name, type]) => `null::${({ int32: 'integer', int64: 'bigint', double: 'double', text: 'varchar' } as const)[type]} as ${name}`).join(', ')} where false)`;

function recordsRead(runs: string): string {
  return `
    select r.at_us, r.at_raw, r.precision, if(r.source = '', s.source, r.source) as source, s.path,
      r.line + s.line_base as line, r.host,
      if(r.service = '' and r.host = '' and r.kind = 'log', s.service, r.service) as service, r.level, r.trace_id, r.span_id, r.parent_span_id,
      nullif(r.duration_us, (${NO_INTEGER})) as duration_us, r.kind, r.name, nullif(r.value, ${NO_VALUE}) as value,
      r.body, r.attributes, (r.segment::bigint << 32) + r.ordinal as place,
      if(r.at_us = (${NO_INTEGER}), null, make_timestamptz(r.at_us)) as "at"
    from ${runs} r join segments s on s.segment = r.segment`;
}

function corrected({ join, correctionUs, uncertaintyUs }: CorrectionSql): string {
  const computed: Record<string, string> = {
    at: `if(r.at_us = (${NO_INTEGER}), null, make_timestamptz(r.at_us + (${correctionUs})::bigint))`,
    clock_correction_us: `(${correctionUs})::bigint`,
    clock_uncertainty_us: `(${uncertaintyUs})::bigint`,
  };
  const columns = RECORD_COLUMNS.map(([name]) => `${computed[name] ?? `r.${name}`} as "${name}"`);
  return `select ${columns.join(', ')} from records_read r ${join}`;
}
