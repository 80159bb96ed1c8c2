/** Requests: how many, how many of them failed, and how long they took, in microseconds. */
export interface RequestMeasures {
  requests: number;
  errors: number;
  p50Us: number;
  p90Us: number;
  p95Us: number;
  p99Us: number;
}

const QUANTILES = { p50Us: 0.5, p90Us: 0.9, p95Us: 0.95, p99Us: 0.99 };

/** SQL: the columns of the measures over `d` and `failed`, each behind a prefix, of rows that meet a condition. */
export const measuresOf = (prefix: string, condition: string): string =>
  [
    `count(*) filter (${condition}) as "${prefix}.requests"`,
    `count(*) filter (${condition} and failed) as "${prefix}.errors"`,
    ...Object.entries(QUANTILES).map(
      ([name, share]) => `quantile_cont(d, ${share}) filter (${condition}) as "${prefix}.${name}"`,
    ),
  ].join(', ');

/** The measures out of a row with such columns; null where there was no request. */
export function toMeasures(prefix: string, row: Record<string, unknown>): RequestMeasures | null {
  const value = (name: string): number => row[`${prefix}.${name}`] as number;
  if (value('requests') === 0) return null;
  return {
    requests: value('requests'),
    errors: value('errors'),
    p50Us: value('p50Us'),
    p90Us: value('p90Us'),
    p95Us: value('p95Us'),
    p99Us: value('p99Us'),
  };
}
