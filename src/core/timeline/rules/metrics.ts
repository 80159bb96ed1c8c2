import { bucketStart } from '../grid.ts';
import type { MomentRule, ProposedMoment } from '../moment.ts';
import { figure } from '../moment.ts';
import type { Grid, MetricSeries, Observations } from '../observation.ts';
import { changedPiece, findShift, median, type Shift } from '../shift.ts';

export interface MetricShift {
  series: MetricSeries;
  shift: Shift;
}

/** A level that moves less than this share of itself is not worth a line, however quiet the series is. */
const LEAST_CHANGE = 0.25;
/** Fewer buckets with samples show no level. */
const LEAST_SAMPLES = 8;
const UPTIME = /uptime|start_time|process_start/i;
const RESTARTS = /restart/i;

/** Metric series whose level changed, the strongest first. */
export function metricShifts(metrics: readonly MetricSeries[]): MetricShift[] {
  return metrics
    .filter(series => !UPTIME.test(series.name))
    .map(series => ({ series, shift: shiftOf(series) }))
    .filter((found): found is MetricShift => found.shift !== undefined)
    .sort((a, b) => b.shift.strength - a.shift.strength);
}

function shiftOf(series: MetricSeries): Shift | undefined {
  const known = series.values.filter(value => value !== null);
  if (known.length < LEAST_SAMPLES) return undefined;
  const middle = Math.abs(median(known));
  const spread = Math.max(...known.map(value => Math.abs(value - middle)), 0);
  const found = findShift(series.values, Math.max(middle * 0.05, spread * 0.02, 1e-12));
  const shift = found && changedPiece(found, series.values.length, 'either');
  if (shift === undefined) return undefined;
  const size = Math.max(Math.abs(shift.inside), Math.abs(shift.outside));
  return Math.abs(shift.inside - shift.outside) < LEAST_CHANGE * size ? undefined : shift;
}

/** Metric levels that changed, and counters of restarts that rose. */
export const metricMoments: MomentRule<Observations> = ({ metrics, grid }) =>
  metricShifts(metrics).map(found => momentOf(found, grid));

function momentOf({ series, shift }: MetricShift, grid: Grid): ProposedMoment {
  const isRestart = RESTARTS.test(series.name) && shift.inside > shift.outside;
  const owner = series.service || series.instance || series.source;
  const unit = series.counter ? ' a second' : '';
  const rows = series.rows.slice(shift.from, shift.to).filter(row => row !== null);
  const lasts = shift.to < grid.buckets;
  return {
    key: `metric ${series.service} ${series.name}`,
    kind: isRestart ? 'restart' : 'metric-change',
    at: bucketStart(grid, shift.from),
    ...(lasts && { until: bucketStart(grid, shift.to) }),
    uncertaintyUs: grid.step,
    title: isRestart
      ? `${owner} restarts: ${series.name} rises`
      : `${owner}: ${series.name} ${figure(shift.outside)} → ${figure(shift.inside)}${unit}`,
    reason: `level ${figure(shift.outside)} → ${figure(shift.inside)}${unit}, ${lasts ? 'then back' : 'to the end of the evidence'}`,
    weight: isRestart ? 0.6 : 0.3 + Math.min(0.15, Math.log10(shift.strength) / 20),
    source: series.source,
    service: series.service,
    count: 1,
    grounds: [
      {
        label: `${series.name} of ${owner}`,
        rows: rows.slice(0, 3),
        count: rows.length,
        query: series.query,
      },
    ],
  };
}
