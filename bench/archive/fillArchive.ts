import { randomUUIDv7 } from 'node:crypto';
import type pg from 'pg';
import { seeded } from '../../test/builders/random.ts';
import { copyRows, type Row } from './copyRows.ts';
import { drawIncident, type Organisation, TABLES } from './drawIncident.ts';
import { createTextDraw } from './drawText.ts';

const BATCH = 5_000;
const DAY = 86_400_000;

/**
 * Fills a migrated database with an archive as it might be after five years; always the same one, but for its ids. Rows
 * are written with the triggers of search at rest, then the index is made anew.
 */
export async function fillArchive(pool: pg.Pool, incidents: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query('set lock_timeout = 0');
    await setTriggers(client, 'disable');
    const organisation = await addOrganisation(client);
    await addIncidents(client, organisation, incidents);
    await setTriggers(client, 'enable');
    await client.query('analyze');
    await client.query('select search_rebuild()');
    // As after a while of autovacuum.
    await client.query('vacuum analyze');
  } finally {
    client.release(true);
  }
}

async function addOrganisation(client: pg.ClientBase): Promise<Organisation> {
  const uuids = (count: number): string[] => Array.from({ length: count }, () => randomUUIDv7());
  const [people, teams, services, template] = [uuids(300), uuids(40), uuids(200), randomUUIDv7()];
  const stamps = { created_at: '2020-01-01', updated_at: '2020-01-01' };
  const named = (ids: string[], name: string, more: Row): Row[] =>
    ids.map((id, nth) => ({ id, name: `${name} ${nth}`, ...more }));
  await copyRows(
    client,
    'person',
    people.map((id, nth) => ({ id, name: `Person ${nth}`, email: `${nth}@example.org` })),
  );
  await copyRows(client, 'team', named(teams, 'team', stamps));
  await copyRows(
    client,
    'service',
    named(services, 'svc', { description: '', tier: 2, links: { json: [] }, ...stamps }),
  );
  await copyRows(
    client,
    'template',
    named([template], 'Bench', { description: '', sections: { json: [] }, ...stamps }),
  );
  return { people, teams, services, template };
}

async function addIncidents(
  client: pg.ClientBase,
  organisation: Organisation,
  incidents: number,
): Promise<void> {
  const random = seeded(46);
  const draw = { random, texts: createTextDraw(random), organisation };
  const end = Date.now();
  for (let done = 0; done < incidents; done += BATCH) {
    const rows = new Map(TABLES.map(table => [table, [] as Row[]]));
    for (let nth = done; nth < Math.min(incidents, done + BATCH); nth++) {
      const at = new Date(end - 5 * 365 * DAY * (1 - nth / incidents)).toISOString();
      const isOpen = nth >= incidents * 0.99;
      drawIncident(draw, { at, isOpen }, (table, row) => rows.get(table)!.push(row));
    }
    for (const [table, batch] of rows) await copyRows(client, table, batch);
  }
}

/** What search follows by triggers. */
const FOLLOWED = [...TABLES.filter(table => table !== 'postmortem_text'), 'person', 'team', 'service'];

async function setTriggers(client: pg.ClientBase, to: 'enable' | 'disable'): Promise<void> {
  for (const table of FOLLOWED) await client.query(`alter table ${table} ${to} trigger user`);
}
