import type { Storage } from '../../openStorage.ts';
import { hasAdministrator } from '../../platform/auth/administrators.ts';
import { countLivingServers } from '../../platform/health/readDatabaseFacts.ts';
import { readFigures } from '../../platform/metrics/readFigures.ts';
import { type Finding, ok, warn } from './finding.ts';

/** Looks at the jobs, at the servers that live, and whether anybody administers. */
export async function examineWork({ db, pool }: Pick<Storage, 'db' | 'pool'>): Promise<Finding[]> {
  const { jobs } = await readFigures(pool);
  const counted = `${jobs.waiting} waiting, ${jobs.running} running, ${jobs.parked} parked`;
  const living = await countLivingServers(db);
  return [
    jobs.parked > 0
      ? warn({
          check: 'jobs',
          found: counted,
          advice: 'See why: afterword jobs list --state parked. Then: afterword jobs retry ID',
        })
      : ok('jobs', counted),
    living === 0
      ? warn({ check: 'servers', found: 'none runs jobs', advice: 'Start one: afterword serve' })
      : ok('servers', `${living} with workers`),
    (await hasAdministrator(db))
      ? ok('administrators', 'there is one')
      : warn({
          check: 'administrators',
          found: 'nobody administers',
          advice: 'Make the first: afterword user add EMAIL --name NAME --roles viewer,administrator',
        }),
  ];
}
