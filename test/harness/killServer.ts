import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { joinPostgres } from '../../src/server/platform/postgres/joinPostgres.ts';
import { checkLedger, type LedgerReport } from './checkLedger.ts';
import { newLedger, workOn } from './mixedLoad.ts';
import { prepareServer } from './prepareServer.ts';
import { type Served, spawnServe } from './spawnServe.ts';
import { until } from './until.ts';

export interface KillServerReport extends LedgerReport {
  kills: number;
  acknowledged: number;
  /** Milliseconds from each start after a kill until the server listens, all migrations and recovery included. */
  readyAgain: number[];
  surprises: unknown[];
  /** Where the data lies, for a look at the audit log; `remove` takes it away. */
  folder: string;
  remove(): Promise<void>;
}

const silent = { info() {}, warn() {}, error() {} };

/**
 * Has a mixed load work on a real server, through the API, and kills all of its processes again and again, each time at
 * another moment; then looks whether everything that was acknowledged is there.
 *
 * @param atMost milliseconds from the first answer to a kill
 */
export async function killServer({
  kills,
  workers,
  atMost,
  jobs = 0,
  onKill = () => undefined,
}: {
  kills: number;
  workers: number;
  atMost: number;
  jobs?: number;
  onKill?: (kill: number) => void;
}): Promise<KillServerReport> {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-kills-'));
  const environment = {
    AFTERWORD_DATA: join(folder, 'data'),
    AFTERWORD_CHECKPOINTS: join(folder, 'checkpoints'),
    AFTERWORD_JOBS: String(jobs),
    AFTERWORD_LOG_LEVEL: 'warn',
    AFTERWORD_REQUESTS_PER_MINUTE: '0',
  };
  const token = await prepareServer(environment);
  const ledger = newLedger();
  const readyAgain: number[] = [];

  for (let kill = 1; kill <= kills; kill++) {
    const served = await spawnServe(environment);
    if (kill > 1) readyAgain.push(served.readyAfter);
    const told = ledger.rows.length;
    const over = new AbortController();
    const working = workOn(served.address, { token, ledger, workers, signal: over.signal });
    await until(() => ledger.rows.length > told || undefined);
    await wait(Math.random() * atMost);
    await served.kill();
    over.abort();
    await working;
    onKill(kill);
  }

  const served: Served = await spawnServe(environment);
  readyAgain.push(served.readyAfter);
  const { connection, stop } = await joinPostgres({ dataFolder: environment.AFTERWORD_DATA, log: silent });
  const report = await checkLedger(ledger, {
    address: served.address,
    token,
    connection,
    objectsFolder: join(environment.AFTERWORD_DATA, 'objects'),
  });
  await stop();
  await served.stop();
  return {
    ...report,
    kills,
    acknowledged: ledger.rows.length,
    readyAgain,
    surprises: ledger.surprises,
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
