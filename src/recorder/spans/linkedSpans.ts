import type { Values } from '../records/openEngine.ts';
import { type RecordArchive, rowsIn } from '../records/openRecordArchive.ts';
import { FAILED } from '../timeline/sql.ts';
import { nearStretch, phaseOf, type Stretch } from './stretch.ts';

/** Spans that one question looks at; of more, whole traces are left out evenly. */
const MOST_SPANS = 300_000;

/** What differs from call to call within a name: `GET /orders/4711` and `GET /orders/4712` are one operation. */
const VARYING = [
  '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}',
  '\\b[0-9a-f]{16,}\\b',
  '([/=:#])[0-9]+\\b',
  '\\b[0-9]{4,}\\b',
  '‹[^›]*›',
].join('|');

export interface SpansAsked extends Stretch {
  traceId?: string | undefined;
  /** Further columns by their names, as SQL over a record; text. */
  also?: Readonly<Record<string, string>>;
}

/** Spans tied to who called them, ready to be asked about. */
export interface LinkedSpans {
  /** Common table expressions, to stand behind `with` or `with recursive`; the last is `linked`. */
  sql: string;
  values: Values;
  /** 1: all traces are looked at; 4: every fourth. */
  everyNth: number;
}

/**
 * Prepares the spans around a stretch as a table `linked`: `number`, `parent` (number of the caller, null for none),
 * `trace` (its hash), `service`, `operation` (its name, ids and numbers as `#`), `t`, `d` (µs), `failed`, `phase` (see
 * `phaseOf`), and what was asked for besides. Throws as `searchRecords` does.
 *
 * A span that stands in several files is one. Where client and server share one id (Zipkin), the one that begins later is
 * below the other, and what is called is below both. A span that is its own caller has none.
 */
export async function linkedSpans(
  { engine, copies }: RecordArchive,
  key: string,
  asked: SpansAsked,
  signal?: AbortSignal,
): Promise<LinkedSpans> {
  const { traceId, also = {} } = asked;
  const ofTrace = traceId === undefined ? 'true' : 'trace_id = $traceId';
  const fits = `kind = 'span' and "at" is not null and duration_us >= 0 and ${ofTrace} and ${nearStretch(asked)}`;
  const rows = rowsIn(await copies.pathOf(key));
  const values: Values = traceId === undefined ? {} : { traceId };
  const [counted] = await engine.rowsOf<{ spans: number }>(
    `select count(*) as spans from ${rows} where ${fits}`,
    values,
    signal,
  );
  const everyNth = Math.ceil((counted!.spans || 1) / MOST_SPANS);
  const given = `(select *, ${phaseOf(asked)} as phase from ${rows}
    where ${fits} ${everyNth > 1 ? `and hash(trace_id) % ${everyNth} = 0` : ''})`;
  return { sql: linked(given, also), values, everyNth };
}

const linked = (given: string, also: Readonly<Record<string, string>>): string => `
  named as (
    select number, if(span_id = '', hash(number), hash(trace_id, span_id)) as id, hash(trace_id) as trace,
      if(parent_span_id = '', null, hash(trace_id, parent_span_id)) as above, service,
      regexp_replace(name, '${VARYING}', '\\1#', 'g') as operation, epoch_us("at") as t, duration_us as d,
      ${FAILED} as failed, phase${Object.entries(also)
        .map(([name, sql]) => `, ${sql} as ${name}`)
        .join('')}
    from ${given}
  ), span as materialized (
    select min(number) as number, id, above, trace, service, operation, t, d, phase, bool_or(failed) as failed
      ${Object.keys(also)
        .map(name => `, min(${name}) as ${name}`)
        .join('')}
    from named group by id, above, trace, service, operation, t, d, phase
  ), shared as materialized (
    select id, arg_min(number, (t, -d, number)) as outermost, arg_max(number, (t, -d, number)) as innermost
    from span where id in (select id from span group by id having count(*) > 1) group by id
  ), linked as materialized (
    select span.*, case when span.number <> shared.outermost then shared.outermost
      else nullif(coalesce(inside.innermost, caller.number), span.number) end as parent
    from span left join shared on shared.id = span.id
    left join (select id, min(number) as number from span group by id) as caller on caller.id = span.above
    left join shared as inside on inside.id = span.above
  )`;
