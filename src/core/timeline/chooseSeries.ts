import type { Micros } from '../record.ts';
import { bucketStart } from './grid.ts';
import type { Ground } from './moment.ts';
import type { Grid, Observations } from './observation.ts';
import { type MetricShift, metricShifts, sameChanges } from './rules/metrics.ts';
import { type RequestShift, requestShifts } from './rules/requests.ts';
import type { ImpactSpan } from './selectMoments.ts';
import type { Shift } from './shift.ts';

/** A series worth a small graph, its evidence still by query. */
export interface ChosenSeries {
  id: string;
  title: string;
  service: string;
  unit: string;
  points: [Micros, number][];
  baseline: number | null;
  grounds: Ground[];
}

const MOST = 16;
const MOST_METRICS = 8;
/** One service's metrics must not fill the page. */
const MOST_A_SERVICE = 3;
const NEAR = 3 * 60e6;

/**
 * The series that moved: requests first (those at the edge before others), then metrics: what users felt, then those of
 * services in the story, the strongest first.
 */
export function chooseSeries(seen: Observations, story?: ImpactSpan): ChosenSeries[] {
  const requests = requestShifts(seen)
    .sort((a, b) => Number(b.edge) - Number(a.edge) || b.shift.strength - a.shift.strength)
    .slice(0, MOST - MOST_METRICS)
    .map(found => ofRequests(found, seen.grid));
  const perService = new Map<string, number>();
  const metrics = sameChanges(metricShifts(seen))
    .map(([first]) => first!)
    .filter((one, i, all) => all.findIndex(({ series }) => series === one.series) === i)
    .filter(one => story === undefined || isInStory(one, story, seen.grid))
    .sort((a, b) => Number(b.edge) - Number(a.edge) || b.shift.strength - a.shift.strength)
    .filter(({ series }) => {
      const taken = perService.get(series.service) ?? 0;
      perService.set(series.service, taken + 1);
      return taken < MOST_A_SERVICE;
    })
    .slice(0, MOST - requests.length)
    .map(({ series, shift, words }) => ({
      title: words.subject,
      service: series.service || series.instance,
      unit: series.counter ? `${words.unit}/s` : words.unit,
      points: pointsOf(series.values, seen.grid),
      baseline: shift.outside,
      grounds: groundOf(series.name, series.query, series.values),
    }));
  return [...requests, ...metrics].map((series, i) => ({ id: `s${i + 1}`, ...series }));
}

/** What users felt, or what changed at an affected or suspected service around the impact. */
function isInStory(
  { edge, series, shift }: MetricShift,
  { from, to, services }: ImpactSpan,
  grid: Grid,
): boolean {
  const starts = bucketStart(grid, shift.from);
  return edge || (services.has(series.service) && starts > from - NEAR && starts < to + NEAR);
}

const MEASURES = {
  failures: { title: 'Failed share', unit: '%', values: shares },
  latency: {
    title: 'Duration, 95th percentile',
    unit: 'ms',
    values: ({ series }: RequestShift) => series.p95,
  },
  rate: { title: 'Requests', unit: '/min', values: rates },
} satisfies Record<
  RequestShift['measure'],
  { title: string; unit: string; values: (found: RequestShift, grid: Grid) => (number | null)[] }
>;

function ofRequests(found: RequestShift, grid: Grid): Omit<ChosenSeries, 'id'> {
  const { title, unit, values } = MEASURES[found.measure];
  const points = values(found, grid);
  return {
    title,
    service: found.service,
    unit,
    points: pointsOf(points, grid),
    baseline: baselineOf(points, found.shift),
    grounds: groundOf(title, found.series.query, points),
  };
}

function shares({ series }: RequestShift): (number | null)[] {
  return series.failures.map((failed, i) =>
    series.requests[i] ? (100 * failed) / series.requests[i]! : null,
  );
}

function rates({ series }: RequestShift, grid: Grid): (number | null)[] {
  return series.requests.map(count => (count / grid.step) * 6e7);
}

function baselineOf(values: readonly (number | null)[], { from, to }: Shift): number | null {
  const outside = values.filter((value, i): value is number => value !== null && (i < from || i >= to));
  if (outside.length === 0) return null;
  return outside.sort((a, b) => a - b)[outside.length >> 1]!;
}

const pointsOf = (values: readonly (number | null)[], grid: Grid): [Micros, number][] =>
  values.flatMap((value, bucket) =>
    value === null ? [] : [[bucketStart(grid, bucket), Number(value.toPrecision(6))]],
  );

const groundOf = (label: string, query: string, values: readonly (number | null)[]): Ground[] => [
  { label, rows: [], count: values.filter(value => value !== null).length, query },
];
