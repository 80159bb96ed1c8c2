import { sql } from 'kysely';
import type { Storage } from '../../openStorage.ts';
import { listPending, readApplied, SchemaUnknown } from '../../platform/db/migrate.ts';
import { describeBytes, type Finding, fail, ok, warn } from './finding.ts';

const OLDEST_MAJOR = 15;
/** Seconds by which the clocks of server and database may differ. */
const MOST_SKEW = 2;
/** Share of dead rows in tables of some size, from which vacuum does not keep up. */
const MOST_DEAD = 0.4;

interface Facts {
  version: string;
  isReadOnly: boolean;
  bytes: number;
  connections: number;
  mostConnections: number;
  /** Seconds since 1970. */
  clock: number;
  dead: number;
  live: number;
  longest: number;
}

/** Looks at the database: version, size, bloat, connections, clock, schema. */
export async function examineDatabase({ db, pool }: Pick<Storage, 'db' | 'pool'>): Promise<Finding[]> {
  const asked = Date.now();
  const { rows } = await sql<Facts>`
    select current_setting('server_version') as version,
      current_setting('transaction_read_only') = 'on' as "isReadOnly",
      pg_database_size(current_database())::float8 as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      current_setting('max_connections')::int as "mostConnections",
      extract(epoch from clock_timestamp())::float8 as clock,
      (select coalesce(sum(n_dead_tup), 0)::float8 from pg_stat_user_tables where n_live_tup > 10000) as dead,
      (select coalesce(sum(n_live_tup), 0)::float8 from pg_stat_user_tables where n_live_tup > 10000) as live,
      (select coalesce(max(extract(epoch from now() - xact_start)), 0)::float8 from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()) as longest`.execute(db);
  const facts = rows[0]!;
  const answered = Date.now();
  return [...judge(facts), judgeClock(facts.clock - (asked + answered) / 2_000), await examineSchema(pool)];
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
}: Facts): Finding[] {
  const share = live === 0 ? 0 : dead / (dead + live);
  const percent = `${Math.round(share * 100)} % dead rows`;
  const isCrowded = connections > mostConnections * 0.8;
  return [
    Number.parseInt(version, 10) < OLDEST_MAJOR
      ? fail({
          check: 'database',
          found: `PostgreSQL ${version}`,
          advice: `Use PostgreSQL ${OLDEST_MAJOR} or newer.`,
        })
      : ok('database', `PostgreSQL ${version}, ${describeBytes(bytes)}`),
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
