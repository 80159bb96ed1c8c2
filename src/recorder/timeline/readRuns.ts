import type { DuckDBConnection } from '@duckdb/node-api';
import type { Run } from '../../core/timeline/observation.ts';
import { TOPICS } from '../../core/timeline/topics.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { FIRST_MARK, LAST_MARK, SAMPLE_ROWS } from './mark.ts';
import { duringRun, literal, OWNER } from './sql.ts';

/** Lines of one topic, or events of one reason, closer together than this are one moment. */
const SESSION = 300e6;
const MOST_RUNS = 400;
const ANY_TOPIC = `(?i)${TOPICS.map(topic => `(?:${topic.pattern})`).join('|')}`;

const caseOfTopic = (): string =>
  TOPICS.map(
    topic => `when regexp_matches(head, ${literal(`(?i)${topic.pattern}`)}) then '${topic.id}'`,
  ).join('\n');

/** Groups `found` (row, t, u, source, owner, name, level, body) into runs without a pause longer than five minutes. */
const runsOver = (found: string): string => `
  with found as (${found}), paused as (
    select *, t - lag(t) over (partition by name, owner order by t, row) > ${SESSION} as is_new from found
  ), session as (
    select *, count(*) filter (is_new) over (partition by name, owner order by t, row) as s from paused
  )
  select name, owner as service, max(level) as level, count(*) as count, ${FIRST_MARK} as first, ${LAST_MARK} as last,
    arg_min(left(body, 400), (t, row)) as example, ${SAMPLE_ROWS} as rows
  from session group by name, owner, s order by count(*) desc, name, owner, min(t), min(row) limit ${MOST_RUNS}`;

/** Log lines that say by themselves what is wrong, by topic and service, in runs. */
export async function readTopics(connection: DuckDBConnection): Promise<Run[]> {
  const runs = await rowsOf<Omit<Run, 'query'>>(
    connection,
    runsOver(`
      select row, t, u, source, owner, level, body, case ${caseOfTopic()} end as name
      from (select *, left(body, 500) as head from noted where kind = 'log' and status is null and b >= 0)
      where regexp_matches(head, ${literal(ANY_TOPIC)})`),
  );
  return runs.map(run => ({ ...run, query: topicQuery(run) }));
}

function topicQuery(run: Omit<Run, 'query'>): string {
  const topic = TOPICS.find(entry => entry.id === run.name)!;
  return `select "at", path, line, body from records
where kind = 'log' and ${OWNER} = ${literal(run.service)}
  and regexp_matches(left(body, 500), ${literal(`(?i)${topic.pattern}`)})
  and ${duringRun(run)}
order by "at"`;
}

/** Events by reason and service, in runs. */
export async function readEvents(connection: DuckDBConnection): Promise<Run[]> {
  const runs = await rowsOf<Omit<Run, 'query'>>(
    connection,
    runsOver(`select row, t, u, source, owner, level, body, name from noted where kind = 'event' and b >= 0`),
  );
  return runs.map(run => ({
    ...run,
    query: `select "at", path, line, body from records
where kind = 'event' and name = ${literal(run.name)} and ${OWNER} = ${literal(run.service)}
  and ${duringRun(run)}
order by "at"`,
  }));
}
