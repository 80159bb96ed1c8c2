/**
 * A server process that does nothing but run PostgreSQL in the folder it is given, to be killed by tests:
 *
 *     node test/harness/ownPostgres.ts FOLDER
 *
 * It says `{"connection":{…}}` once it is up.
 */
import { startPostgres } from '../../src/server/platform/postgres/startPostgres.ts';

const silent = { info() {}, warn() {}, error() {} };
const stopping = new AbortController();
const postgres = await startPostgres({
  dataFolder: process.argv[2]!,
  log: silent,
  signal: stopping.signal,
});
postgres.announce('http://127.0.0.1:4600');
process.stdout.write(`${JSON.stringify({ connection: postgres.connection })}\n`);
process.once('SIGTERM', async () => {
  await postgres.stop();
  process.exit();
});
setInterval(() => {}, 60_000);
