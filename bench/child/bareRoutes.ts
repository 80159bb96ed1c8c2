/**
 * What the server is compared with: Fastify alone, on the same database. `/constant` answers a postmortem that lies in
 * memory; `/row` reads its row and its text by their keys, with no session, permission or ETag.
 *
 *     node bench/child/bareRoutes.ts CONNECTION POSTMORTEM-ID   (CONNECTION as JSON)
 */
import fastify from 'fastify';
import { Pool } from 'pg';

const [connection, id] = process.argv.slice(2) as [string, string];
const pool = new Pool({ ...JSON.parse(connection), max: 16 });
const TEXT = `
  select postmortem.*, newest.sections, (
    select json_object_agg(text.id, text.markdown) from postmortem_text as text
    where text.id in (select (section ->> 'textId')::uuid from jsonb_array_elements(newest.sections) as section)
  ) as texts
  from postmortem
  cross join lateral (
    select sections from postmortem_version
    where postmortem_version.postmortem_id = postmortem.id order by version desc limit 1
  ) as newest
  where postmortem.id = $1`;

const read = async (): Promise<unknown> =>
  (await pool.query({ name: 'row', text: TEXT, values: [id] })).rows[0];
const constant = await read();

const app = fastify();
app.get('/constant', async () => constant);
app.get('/row', read);
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
