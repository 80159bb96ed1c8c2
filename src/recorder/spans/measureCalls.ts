import type { RecordArchive } from '../records/openRecordArchive.ts';
import { linkedSpans } from './linkedSpans.ts';
import { PEER } from './peer.ts';
import { measuresOf, type RequestMeasures, toMeasures } from './requestMeasures.ts';
import type { Stretch } from './stretch.ts';

/** Requests in a stretch, and in the one that it is compared with; null where there were none. */
export interface Compared {
  now: RequestMeasures | null;
  before: RequestMeasures | null;
}

/** A service, and what it answered. */
export interface Callee extends Compared {
  service: string;
  /** Only its callers tell of it: a database, a queue, something outside. */
  isSilent: boolean;
}

/** Calls from one service to another. */
export interface ServiceCall extends Compared {
  caller: string;
  callee: string;
}

/** More are drawn and read by nobody. */
const MOST_SERVICES = 1_000;
const MOST_CALLS = 10_000;

interface Row extends Record<string, unknown> {
  caller: string | null;
  callee: string;
  isSilent: boolean;
  isService: number;
}

/**
 * Measures what each service answered, and the calls between them, the most asked first. A call to what left no spans of
 * its own counts as answered when it came back. Throws as `searchRecords` does.
 */
export async function measureCalls(
  archive: RecordArchive,
  key: string,
  stretch: Stretch,
  signal?: AbortSignal,
): Promise<{ services: Callee[]; calls: ServiceCall[]; everyNth: number }> {
  const { sql, values, everyNth } = await linkedSpans(
    archive,
    key,
    { ...stretch, also: { peer: PEER } },
    signal,
  );
  const found = await archive.engine.rowsOf<Row>(
    `with ${sql}, request as (
      select caller.service as caller, one.service as callee, false as silent, one.d, one.failed, one.phase
      from linked as one left join linked as caller on caller.number = one.parent
      where one.phase is not null and (caller.number is null or caller.service <> one.service)
      union all
      select service, peer, true, d, failed, phase from linked
      where phase is not null and peer <> '' and peer <> service and peer not in (select service from linked)
        and number not in (select parent from linked where parent is not null)
    ), measured as (
      select caller, callee, bool_and(silent) as "isSilent", grouping(caller) as "isService", count(*) as asked,
        ${measuresOf('now', 'phase = 0')}, ${measuresOf('before', 'phase = 1')}
      from request group by grouping sets ((callee), (caller, callee))
    )
    (select * from measured where "isService" = 1 order by asked desc, callee limit ${MOST_SERVICES})
    union all
    (select * from measured where "isService" = 0 and caller is not null order by asked desc, caller, callee limit ${MOST_CALLS})`,
    values,
    signal,
  );
  const compared = (row: Row): Compared => ({
    now: toMeasures('now', row),
    before: toMeasures('before', row),
  });
  return {
    services: found
      .filter(({ isService }) => isService === 1)
      .map(row => ({ service: row.callee, isSilent: row.isSilent, ...compared(row) })),
    calls: found
      .filter(({ isService }) => isService === 0)
      .map(row => ({ caller: row.caller!, callee: row.callee, ...compared(row) })),
    everyNth,
  };
}
