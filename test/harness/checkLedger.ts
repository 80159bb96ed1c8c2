import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createClient } from '../../src/client/createClient.ts';
import { contract } from '../../src/contract/index.ts';
import { listObjectKeys } from '../../src/server/platform/backup/objects.ts';
import type { Ledger } from './mixedLoad.ts';

/** What is wrong, each in a few words; empty lists when nothing is. */
export interface LedgerReport {
  /** Acknowledged, and not there. */
  lost: string[];
  /** Keys that rows refer to, without an object. */
  withoutObject: string[];
  /** Rows of which the audit log does not tell. */
  withoutEvent: string[];
  /** Events without a place in the log that do not wait for one, and places that are missing. */
  outOfLog: number;
}

/** Tables of which every row is made by an operation, and is the subject of its event. */
const ROOTS = ['incident', 'incident_note', 'moment', 'service', 'evidence', 'upload', 'postmortem'] as const;

/** But for moments that a reading proposed: they come with the event of its end, in one transaction. */
const PROPOSED = `select 'moment ' || id from moment where proposal_key is not null and exists (
  select from audit_event
  where operation = 'readings.finish' and audit_event.incident_id = moment.incident_id::text
)`;

/** Holds what a server has against what it said. */
export async function checkLedger(
  ledger: Ledger,
  server: { address: string; token: string; connection: pg.ClientConfig; objectsFolder: string },
): Promise<LedgerReport> {
  const database = new pg.Client(server.connection);
  await database.connect();
  try {
    return {
      lost: [
        ...(await findLostRows(ledger, database)),
        ...(await findLostStates(ledger, database)),
        ...(await findLostTexts(ledger, server)),
      ],
      withoutObject: await findMissingObjects(database, server.objectsFolder),
      withoutEvent: await findUnexplained(database),
      outOfLog: await countOutOfLog(database),
    };
  } finally {
    await database.end();
  }
}

async function findLostRows({ rows }: Ledger, database: pg.Client): Promise<string[]> {
  const lost: string[] = [];
  for (const table of new Set(rows.map(row => row.table))) {
    const ids = rows.filter(row => row.table === table).map(({ id }) => id);
    const found = await database.query<{ id: string }>(
      `select id from unnest($1::uuid[]) as id where not exists (select from ${table} where ${table}.id = id.id)`,
      [ids],
    );
    lost.push(...found.rows.map(({ id }) => `${table} ${id}`));
  }
  return lost;
}

async function findLostStates({ states }: Ledger, database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ id: string; state: string }>(
    'select id, state from incident where id = any ($1)',
    [[...states.keys()]],
  );
  const found = new Map(rows.map(({ id, state }) => [id, state]));
  return [...states]
    .filter(([id, state]) => found.get(id) !== state)
    .map(([id, state]) => `${state} of ${id}`);
}

async function findLostTexts(
  { texts }: Ledger,
  { address, token }: { address: string; token: string },
): Promise<string[]> {
  const client = createClient(contract, { server: address, token });
  const lost: string[] = [];
  for (const { postmortemId, sectionId, accepted, sent } of texts.values()) {
    const { sections } = await client.postmortems.get({ id: postmortemId });
    const { markdown = '' } = sections.find(({ id }) => id === sectionId) ?? {};
    if (markdown !== accepted && !sent.includes(markdown)) lost.push(`text of ${postmortemId}`);
  }
  return lost;
}

async function findMissingObjects(database: pg.Client, folder: string): Promise<string[]> {
  const keys = await listObjectKeys(database);
  const found = await Promise.all(keys.map(key => stat(join(folder, key)).catch(() => undefined)));
  return keys.filter((_, place) => !found[place]);
}

async function findUnexplained(database: pg.Client): Promise<string[]> {
  const queries = ROOTS.map(
    table => `select '${table} ' || id as name from ${table}
      where not exists (select from audit_event where subject_id = ${table}.id::text)`,
  );
  const { rows } = await database.query<{ name: string }>(
    `(${queries.join(' union all ')}) except ${PROPOSED}`,
  );
  return rows.map(({ name }) => name);
}

async function countOutOfLog(database: pg.Client): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select ((select count(*) from audit_event where not exists (select from audit_leaf where event_id = id)
        and not exists (select from audit_queue where event_id = id))
      + (select coalesce(max(index) + 1 - count(*), 0) from audit_leaf))::int as count`,
  );
  return rows[0]!.count;
}
