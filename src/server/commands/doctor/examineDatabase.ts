import type { Storage } from '../../openStorage.ts';
import { listUnfit } from '../../platform/db/listUnfit.ts';
import { listPending, readApplied, SchemaUnknown } from '../../platform/db/migrate.ts';
import { type DatabaseFacts, readDatabaseFacts } from '../../platform/health/readDatabaseFacts.ts';
import { describeBytes, type Finding, fail, ok, warn } from './finding.ts';

/** Seconds by which the clocks of server and database may differ. */
const MOST_SKEW = 2;
/** Share of dead rows in tables of some size, from which vacuum does not keep up. */
const MOST_DEAD = 0.4;

/** Looks at the database: version, size, bloat, connections, clock, schema. */
export async function examineDatabase({ db, pool }: Pick<Storage, 'db' | 'pool'>): Promise<Finding[]> {
  const asked = Date.now();
  const facts = await readDatabaseFacts(db);
  const answered = Date.now();
  const skew = facts.clock - (asked + answered) / 2_000;
  return [...judge(facts), judgeClock(skew), await examineSchema(pool), await examineFitness(pool)];
}

function judge({
  version,
  isReadOnly,
  bytes,
  connections,
  mostConnections,
  dead,
  live,
  longest,
}: DatabaseFacts): Finding[] {
  const share = live === 0 ? 0 : dead / (dead + live);
  const percent = `${Math.round(share * 100)} % dead rows`;
  const isCrowded = connections > mostConnections * 0.8;
  return [
    ok('database', `PostgreSQL ${version}, ${describeBytes(bytes)}`),
    isReadOnly
      ? fail({
          check: 'changes',
          found: 'the database takes none',
          advice:
            'Its disk is nearly full, or it is a standby: make room, or name the primary in DATABASE_URL.',
        })
      : ok('changes', 'the database takes them'),
    share > MOST_DEAD
      ? warn({
          check: 'vacuum',
          found: percent,
          advice: 'Run `vacuum analyze`; look whether a transaction stays open.',
        })
      : ok('vacuum', percent),
    isCrowded
      ? warn({
          check: 'connections',
          found: `${connections} of ${mostConnections}`,
          advice: 'Raise max_connections, or lower AFTERWORD_DATABASE_CONNECTIONS.',
        })
      : ok('connections', `${connections} of ${mostConnections}`),
    longest > 3_600
      ? warn({
          check: 'transactions',
          found: `one has been open for ${Math.round(longest / 60)} minutes`,
          advice: 'Find it in pg_stat_activity; it keeps vacuum from its work.',
        })
      : ok('transactions', 'none is open for long'),
  ];
}

function judgeClock(skew: number): Finding {
  const found = `${skew.toFixed(2)} s from the database’s`;
  return Math.abs(skew) > MOST_SKEW
    ? warn({ check: 'clock', found, advice: 'Let both machines follow a time server.' })
    : ok('clock', found);
}

async function examineFitness(pool: Storage['pool']): Promise<Finding> {
  const check = 'fitness';
  const pending = await listPending(await readApplied(pool)).catch(() => []);
  const faults = await listUnfit(pool, pending.length > 0 ? 'migrate' : 'use');
  return faults.length === 0
    ? ok(check, 'version, encoding and rights are as they should be')
    : fail({ check, found: 'the database cannot be used', advice: faults.join(' ') });
}

async function examineSchema(pool: Storage['pool']): Promise<Finding> {
  const check = 'migrations';
  try {
    const pending = await listPending(await readApplied(pool));
    return pending.length === 0
      ? ok(check, 'all are applied')
      : fail({ check, found: `to be applied: ${pending.join(', ')}`, advice: 'Run afterword migrate.' });
  } catch (error) {
    if (!(error instanceof SchemaUnknown)) throw error;
    return fail({ check, found: error.message, advice: 'Start the version that the database is of.' });
  }
}
