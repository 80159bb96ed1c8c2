import type { DuckDBConnection } from '@duckdb/node-api';
import type { Excerpt } from '../../core/document/bundle.ts';
import type { Evidence } from '../../core/document/evidence.ts';
import type { Signal, Subject } from '../../core/suspects/signal.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { excerptColumns } from '../timeline/readNoted.ts';
import { instant } from '../timeline/sql.ts';
import { ENTITY } from './entity.ts';
import type { Window } from './phases.ts';
import { STATEMENT } from './statement.ts';

/** The longest text that a citation repeats. */
const LONGEST = 2000;
/** Records shown for one signal. */
const SHOWN = 3;

/** Which records a signal rests on, and the figures that a query over them gives again. */
interface Grounds {
  label: string;
  /** A condition on `records`, without the window. */
  where: string;
  /** Which of them say most: an ORDER BY list. */
  order: string;
  /** Aggregates for the query that compares window and baseline. */
  figures: string;
}

/** Makes `suspect_window`: the records of the window, of which the citations show some. */
export async function loadWindow(connection: DuckDBConnection, window: Window): Promise<void> {
  await connection.run(`
    create or replace temp table suspect_window as select * from records where ${inside(window)}`);
}

/** The evidence behind one signal: a few records, and a query that compares window and baseline. Needs `suspect_window`. */
export async function citeSignal(
  connection: DuckDBConnection,
  signal: Signal,
  window: Window,
): Promise<Evidence[]> {
  const { label, where, order, figures } = groundsOf(signal.subject);
  const found = await rowsOf<Excerpt & { total: number }>(
    connection,
    `
    select ${excerptColumns(LONGEST)}, count(*) over () as total from suspect_window where ${where} order by ${order}, path, line, name limit ${SHOWN}`,
  );
  const query = `select ${inside(window)} as in_window, ${figures} from records where ${where} group by 1`;
  const records = found.map(({ total, ...excerpt }) => excerpt);
  return [{ label, records, count: found[0]?.total ?? 0, query }];
}

function inside({ from, to }: Window): string {
  return `"at" >= ${instant(from)} and "at" < ${instant(to)}`;
}

function groundsOf(subject: Subject): Grounds {
  if (subject.of === 'metric') {
    const { service, name } = subject.metric;
    return {
      label: `${name} of ${service}`,
      where: `kind = 'metric' and ${ENTITY} = ${quote(service)} and name = ${quote(name)} and isfinite(value)`,
      order: 'value desc',
      figures: 'count(*) as samples, min(value) as low, median(value) as median, max(value) as high',
    };
  }
  if (subject.of === 'cost') {
    const { kind, service, other } = subject.cost;
    return {
      label: kind === 'self' ? `${other} of ${service}` : `requests that ${other} sends to ${service}`,
      where:
        kind === 'self'
          ? `${ENTITY} = ${quote(service)} and name = ${quote(other)}`
          : `${ENTITY} in (${quote(service)}, ${quote(other)}) and kind in ('span', 'log')`,
      order: 'duration_us desc nulls last, "at"',
      figures:
        'count(*) as records, median(duration_us) as median_us, quantile_cont(duration_us, 0.9) as p90_us',
    };
  }
  if (subject.of === 'notice') {
    const { kind, name, at } = subject.notice;
    return {
      label: `${kind}: ${name}`,
      where: `kind = ${quote(kind)} and name = ${quote(name)} and "at" <= ${instant(at)}`,
      order: '"at" desc',
      figures: 'count(*) as records, max("at") as last',
    };
  }
  const { service, kind, event } = subject.pattern;
  const events = {
    log: `kind = 'log' and ${ENTITY} = ${quote(service)} and ${STATEMENT} = ${quote(event)}`,
    call: `kind = 'span' and ${ENTITY} = ${quote(event)}`,
    failure: `kind = 'span' and ${ENTITY} = ${quote(service)} and name = ${quote(event)}`,
  };
  return {
    label: `${event} in ${service}`,
    where: events[kind],
    order: '"at"',
    figures: 'count(*) as records, min("at") as first, max("at") as last',
  };
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
