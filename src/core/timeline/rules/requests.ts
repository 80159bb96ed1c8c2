import { bucketStart } from '../grid.ts';
import type { MomentRule, ProposedMoment } from '../moment.ts';
import { figure, percent, took } from '../moment.ts';
import type { Grid, Mark, Observations, RequestSeries } from '../observation.ts';
import { changedPiece, findShift, findShifts, type Shift, whereHeard } from '../shift.ts';

/** What a service's requests did that stands out: where, and from what to what. */
export interface RequestShift {
  service: string;
  edge: boolean;
  measure: 'failures' | 'latency' | 'rate';
  shift: Shift;
  series: RequestSeries;
}

/** Under this many requests in all, shares say nothing. */
const FEWEST = 30;
/** Stretches of trouble that one service may show in one set of evidence. */
const MOST_SHIFTS = 3;
const LEAST_SHARE = 0.005;
const LATENCY_FACTOR = 1.5;
const LATENCY_LEAST_MS = 5;
const RATE_FACTOR = 1.6;

/** Every change of level in failures, latency and rate of requests. */
export function requestShifts({ requests, heard }: Pick<Observations, 'requests' | 'heard'>): RequestShift[] {
  return requests
    .filter(one => one.requests.reduce((sum, count) => sum + count, 0) >= FEWEST)
    .flatMap(one => [...failureShifts(one), ...latencyShifts(one), ...rateShifts(one, heard)]);
}

function failureShifts(series: RequestSeries): RequestShift[] {
  const shares = series.failures.map((failed, i) =>
    series.requests[i] ? failed / series.requests[i]! : null,
  );
  const typical = typicalOf(series.requests.filter(count => count > 0));
  return findShifts(shares, Math.max(0.002, 0.3 / Math.sqrt(Math.max(1, typical))) / 2, MOST_SHIFTS)
    .map(found => changedPiece(found, shares.length, 'higher'))
    .filter(shift => shift !== undefined)
    .filter(shift => meanShare(series, shift) - outsideShare(series, shift) >= LEAST_SHARE)
    .map(shift => ({ service: series.service, edge: series.edge, measure: 'failures', shift, series }));
}

const typicalOf = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);

/** Share of failed requests inside the piece. */
const meanShare = (series: RequestSeries, shift: Shift): number =>
  shareOver(series, i => i >= shift.from && i < shift.to);
/** Share of failed requests outside the piece. */
const outsideShare = (series: RequestSeries, shift: Shift): number =>
  shareOver(series, i => i < shift.from || i >= shift.to);

function shareOver(series: RequestSeries, counts: (bucket: number) => boolean): number {
  let requests = 0;
  let failures = 0;
  series.requests.forEach((count, bucket) => {
    if (!counts(bucket)) return;
    requests += count;
    failures += series.failures[bucket]!;
  });
  return requests === 0 ? 0 : failures / requests;
}

function latencyShifts(series: RequestSeries): RequestShift[] {
  const logs = series.p95.map(ms => (ms === null ? null : Math.log(Math.max(ms, 0.01))));
  return findShifts(logs, 0.15, MOST_SHIFTS)
    .map(found => changedPiece(found, logs.length, 'higher'))
    .filter(shift => shift !== undefined)
    .map(shift => ({ ...shift, inside: Math.exp(shift.inside), outside: Math.exp(shift.outside) }))
    .filter(
      ({ inside, outside }) => inside >= outside * LATENCY_FACTOR && inside - outside >= LATENCY_LEAST_MS,
    )
    .map(shift => ({ service: series.service, edge: series.edge, measure: 'latency', shift, series }));
}

function rateShifts(series: RequestSeries, heard: readonly boolean[]): RequestShift[] {
  const typical = typicalOf(series.requests);
  const found = findShift(whereHeard(series.requests, heard), Math.max(1, Math.sqrt(typical)));
  const shift = found && changedPiece(found, series.requests.length, 'either');
  if (shift === undefined) return [];
  const [low, high] = [Math.min(shift.inside, shift.outside), Math.max(shift.inside, shift.outside)];
  if (high < low * RATE_FACTOR) return [];
  return [{ service: series.service, edge: series.edge, measure: 'rate', shift, series }];
}

/** Request failures, latency and rate where they change for a while or for good. */
export const requestMoments: MomentRule<Observations> = seen =>
  requestShifts(seen).map(shift => momentOf(shift, seen.grid));

function momentOf(found: RequestShift, grid: Grid): ProposedMoment {
  const { service, series, shift } = found;
  const lasts = shift.to < grid.buckets;
  const signs = signsOf(found);
  const [first] = signs;
  const { kind, title, reason, weight } = WORDS[found.measure](found, grid);
  return {
    key: `${kind} ${service} ${shift.from}`,
    kind,
    at: first?.at ?? bucketStart(grid, shift.from),
    ...(lasts && { until: bucketStart(grid, shift.to) }),
    uncertaintyUs: first === undefined ? grid.step : first.uncertaintyUs,
    title,
    reason: `${reason}; ${lasts ? 'then back' : 'to the end of the evidence'}`,
    weight: weight + (series.edge ? 0.12 : 0) + Math.min(0.1, Math.log10(shift.strength) / 40),
    source: first?.source ?? '',
    service,
    count: 1,
    grounds: [
      {
        label: `${service || 'all'}: requests per interval`,
        rows: signs.slice(0, 3).map(mark => mark.row),
        count: signs.length,
        query: series.query,
      },
    ],
  };
}

const WORDS = {
  failures: ({ service, series, shift }) => ({
    kind: 'error-burst',
    title: `${service || 'Requests'} begin${service ? 's' : ''} to fail: ${percent(meanShare(series, shift))} of requests`,
    reason: `failed share ${percent(outsideShare(series, shift))} → ${percent(meanShare(series, shift))}`,
    weight: 0.7,
  }),
  latency: ({ service, shift }) => ({
    kind: 'latency-change',
    title: `${service || 'Requests'} slow${service ? 's' : ''} down: p95 ${took(shift.outside * 1000)} → ${took(shift.inside * 1000)}`,
    reason: `95th percentile of the duration ${took(shift.outside * 1000)} → ${took(shift.inside * 1000)}`,
    weight: 0.5 + Math.min(0.15, 0.05 * Math.log2(shift.inside / shift.outside)),
  }),
  rate: ({ service, shift }, grid) => {
    const [before, during] = [shift.outside, shift.inside].map(count => figure((count / grid.step) * 6e7));
    return {
      kind: 'rate-change',
      title: `${service || 'Traffic'}: requests ${shift.inside > shift.outside ? 'rise' : 'fall'} from ${before} to ${during} a minute`,
      reason: `${before} → ${during} requests a minute`,
      weight: 0.42,
    };
  },
} satisfies Record<
  RequestShift['measure'],
  (found: RequestShift, grid: Grid) => Pick<ProposedMoment, 'kind' | 'title' | 'reason' | 'weight'>
>;

/** The first request of each changed bucket that shows the change itself; a rate shows in no single request. */
function signsOf({ measure, series, shift }: RequestShift): Mark[] {
  if (measure === 'rate') return [];
  const marks = measure === 'failures' ? series.firstFailure : series.firstSlow;
  return marks.slice(shift.from, shift.to).filter(mark => mark !== null);
}
