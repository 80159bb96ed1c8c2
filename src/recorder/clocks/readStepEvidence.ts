import type { DuckDBConnection } from '@duckdb/node-api';
import type { Exchange } from '../../core/clocks/exchange.ts';
import type { StepWindow } from '../../core/clocks/fitClocks.ts';
import { sqlText } from '../lake/lake.ts';

/** A step needs no more paired events than this to be placed; they are drawn evenly. */
const MOST_PER_STEP = 5000;

/**
 * Reads all paired spans that have a stamp inside each window, those of one clock too: a call inside one program tells
 * where that program's clock stepped as well as one to another. By the number of the step. Needs `clock_spans`.
 */
export async function readStepEvidence(
  connection: DuckDBConnection,
  windows: readonly StepWindow[],
): Promise<Map<number, Exchange[]>> {
  const evidence = new Map<number, Exchange[]>(windows.map(({ step }) => [step, []]));
  if (windows.length === 0) return evidence;
  const reader = await connection.runAndReadAll(selectEvidence(windows));
  for (const { step, ...exchange } of reader.getRowObjectsJS()) {
    evidence.get(step as number)?.push(exchange as unknown as Exchange);
  }
  return evidence;
}

function selectEvidence(windows: readonly StepWindow[]): string {
  const rows = windows.map(
    ({ step, clock, from, to }) => `(${step}, ${sqlText(clock)}, ${Math.floor(from)}, ${Math.ceil(to)})`,
  );
  const exchange = `'call' as kind, '' as link, p.clock as caller, c.clock as callee, p.began::double as sent, c.began::double as received,
    c.ended::double as replied, p.ended::double as answered, null::double as closing, '' as name`;
  return `
    with windows(step, clock, "from", "to") as (values ${rows.join(', ')}),
    near as (
      select w.step, s.*
      from windows w join clock_spans s on s.clock = w.clock and s.ended >= w."from" and s.began <= w."to"
      qualify row_number() over (partition by w.step order by hash(s.span_id)) <= ${MOST_PER_STEP}
    )
    select c.step, ${exchange}
    from near c join clock_spans p on p.trace_id = c.trace_id and p.span_id = c.parent_span_id
    union all
    select p.step, ${exchange}
    from near p join clock_spans c on c.trace_id = p.trace_id and c.parent_span_id = p.span_id and c.clock <> p.clock`;
}
