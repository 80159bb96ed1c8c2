import { mkdir } from 'node:fs/promises';
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';

/** Values by the names that stand in the SQL as `$name`; nothing of a person's is ever part of the SQL itself. */
export type Values = Record<string, string | number | bigint>;

/** Asks the columnar engine. Its work is done in its own threads. */
export interface Engine {
  /**
   * The rows of one query: 64-bit integers as numbers. Throws TooSlow, and the signal's reason.
   */
  rowsOf<Row>(sql: string, values: Values, signal?: AbortSignal): Promise<Row[]>;
  /**
   * The rows of a query whose columns are all `double`, a few thousand at a time, as columns: for results of which rows
   * would be too many objects. Throws as `rowsOf` does.
   */
  eachChunk(
    sql: string,
    values: Values,
    take: (columns: readonly ArrayLike<number>[], count: number) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  close(): void;
}

/** A query took longer than anybody waits. */
export class TooSlow extends Error {
  constructor() {
    super('this takes too long; narrow it by time, source or service');
  }
}

export interface EngineOptions {
  /** Where it spills what does not fit its memory. */
  folder: string;
  /** MiB, for all queries together. */
  memoryMb?: number;
  threads?: number;
  /** Queries at once; the others wait. */
  atOnce?: number;
  /** Milliseconds. */
  longest?: number;
}

/** Opens the engine. It is loaded, and takes memory, when it is first asked. */
export function openEngine({
  folder,
  memoryMb = 512,
  threads = 2,
  atOnce = 2,
  longest = 10_000,
}: EngineOptions): Engine {
  let instance: Promise<DuckDBInstance> | undefined;
  const idle: DuckDBConnection[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function start(): Promise<DuckDBInstance> {
    const { DuckDBInstance: Instance } = await import('@duckdb/node-api');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return Instance.create(':memory:', {
      threads: String(threads),
      memory_limit: `${memoryMb}MiB`,
      temp_directory: folder,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
  }

  async function connect(): Promise<DuckDBConnection> {
    instance ??= start();
    const connection = await (await instance).connect();
    await connection.run("set timezone = 'UTC'");
    return connection;
  }

  async function withConnection<T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    if (busy >= atOnce) await new Promise<void>(resolve => waiting.push(resolve));
    else busy++;
    try {
      const connection = idle.pop() ?? (await connect());
      try {
        return await use(connection);
      } finally {
        idle.push(connection);
      }
    } finally {
      // The turn goes to the next one who waits, or is given back.
      const next = waiting.shift();
      if (next) next();
      else busy--;
    }
  }

  /** Runs a query on a connection of its own until it ends, takes too long, or nobody wants it any more. */
  function ask<T>(
    signal: AbortSignal | undefined,
    run: (connection: DuckDBConnection) => Promise<T>,
  ): Promise<T> {
    return withConnection(async connection => {
      signal?.throwIfAborted();
      const deadline = AbortSignal.timeout(longest);
      const ended = signal ? AbortSignal.any([signal, deadline]) : deadline;
      let again: NodeJS.Timeout | undefined;
      const interrupt = (): void => {
        connection.interrupt();
        // One that comes while the query is still prepared is lost.
        again = setInterval(() => connection.interrupt(), 50);
      };
      ended.addEventListener('abort', interrupt);
      try {
        return await run(connection);
      } catch (error) {
        signal?.throwIfAborted();
        throw deadline.aborted ? new TooSlow() : error;
      } finally {
        ended.removeEventListener('abort', interrupt);
        clearInterval(again);
      }
    });
  }

  return {
    rowsOf<Row>(sql: string, values: Values, signal?: AbortSignal) {
      return ask(signal, async connection => {
        const result = await connection.runAndReadAll(sql, values as Record<string, DuckDBValue>);
        return result.getRowObjectsJS().map(row => plain(row) as Row);
      });
    },
    eachChunk(sql, values, take, signal) {
      return ask(signal, async connection => {
        const result = await connection.stream(sql, values as Record<string, DuckDBValue>);
        for (;;) {
          const chunk = await result.fetchChunk();
          if (!chunk || chunk.rowCount === 0) return;
          take(chunk.getColumns() as number[][], chunk.rowCount);
        }
      });
    },
    close() {
      for (const connection of idle) connection.closeSync();
      void instance?.then(opened => opened.closeSync());
    },
  };
}

const plain = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
