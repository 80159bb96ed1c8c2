import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Client, type PoolConfig } from 'pg';
import { inject } from 'vitest';
import { TEMPLATE } from './postgresTemplate.ts';

/** A migrated database of a test's own. */
export interface TestDatabase {
  connection: PoolConfig & { host: string; port: number; user: string; database: string };
  /** The same as a DATABASE_URL. */
  url: string;
  /** Removes it, with the sessions that are still open. */
  drop(): Promise<void>;
}

let asked: Promise<TestDatabase['connection']> | undefined;

/** Makes a database; the first call of a run starts PostgreSQL (about a second), each one takes some 30 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  asked ??= askForPostgres();
  const server = await asked;
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(
    server,
    `create database ${database} template ${TEMPLATE} owner ${server.user} strategy file_copy`,
  );
  const { host, port, user } = server;
  return {
    connection: { ...server, database },
    url: `postgres:///${database}?${new URLSearchParams({ host, port: String(port), user })}`,
    drop: () => asSuperuser(server, `drop database if exists ${database} with (force)`),
  };
}

async function askForPostgres(): Promise<TestDatabase['connection']> {
  const answer = JSON.parse(await text(connect(inject('postgresDoor'))));
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.connection;
}

async function asSuperuser(server: PoolConfig, statement: string): Promise<void> {
  const client = new Client({ ...server, user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
