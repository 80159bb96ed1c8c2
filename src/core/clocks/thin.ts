import type { Observation, Observations } from './observe.ts';

const STRETCHES = 128;

/**
 * Keeps the tightest observations of each link in each stretch of time, as many as make at most about `most` in all:
 * the search for steps needs evidence everywhere, not all of it.
 */
export function thin(observations: Observations, most: number): Observations {
  const { rows } = observations;
  if (rows.length <= most) return observations;
  const first = rows.reduce((least, row) => Math.min(least, row.sent), Number.POSITIVE_INFINITY);
  const last = rows.reduce((greatest, row) => Math.max(greatest, row.sent), Number.NEGATIVE_INFINITY);
  const width = (last - first) / STRETCHES || 1;
  const groups = new Map<number, Observation[]>();
  for (const row of rows) {
    const key = row.link * (STRETCHES + 1) + Math.floor((row.sent - first) / width);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const perGroup = Math.max(1, Math.floor(most / groups.size));
  const kept = [...groups.values()].flatMap(group =>
    group.sort((a, b) => a.slack - b.slack).slice(0, perGroup),
  );
  return { ...observations, rows: kept };
}
