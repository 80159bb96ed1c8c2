import type { DuckDBConnection } from '@duckdb/node-api';
import type { Notice } from '../../core/suspects/shifts.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { instant } from '../timeline/sql.ts';
import type { Window } from './phases.ts';

/** A change can take so long to hurt. */
const CHANGE_REACH_US = 2 * 3600e6;
/** More than this many notices of one kind in one incident are an import, not news. */
const LIMIT = 500;

/** Changes up to two hours before the end of the window, and alerts and platform events inside it. */
export function readNotices(connection: DuckDBConnection, window: Window): Promise<Notice[]> {
  return rowsOf(
    connection,
    `
    select kind, service, name, left(body, 400) as body, epoch_us("at") as at
    from records
    where kind in ('change', 'alert', 'event') and "at" < ${instant(window.to)}
      and "at" >= case when kind = 'change' then ${instant(window.from - CHANGE_REACH_US)} else ${instant(window.from)} end
    qualify row_number() over (partition by kind order by "at" desc) <= ${LIMIT}
    order by "at"`,
  );
}
