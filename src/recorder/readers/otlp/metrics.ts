import type { Attributes, ReadRecord } from '../../../core/record.ts';
import { type Origin, plainAttributes } from './attributes.ts';
import { exponentialQuantiles } from './exponential.ts';
import { microsOfNanos } from './nanos.ts';
import type { DataPoint, Metric, PointList, ResourceBatch } from './shape.ts';

const TEMPORALITIES = ['', 'delta', 'cumulative'];

type MetricType = 'gauge' | 'sum' | 'histogram' | 'exponentialHistogram' | 'summary';

/** One number of a data point: what is added to the metric's name, and the label that tells it apart. */
interface Sample {
  suffix: string;
  value: unknown;
  label?: Attributes;
}

/** What each type of metric measures at one point, in the way Prometheus names it. */
const SAMPLES = {
  gauge: number,
  sum: number,
  histogram: point => [...totals(point), ...buckets(point)],
  exponentialHistogram: point => [
    ...totals(point),
    ...exponentialQuantiles(point).map(([quantile, value]) => ({
      suffix: '',
      value,
      label: { quantile: String(quantile) },
    })),
  ],
  summary: point => [
    ...totals(point),
    ...(point.quantileValues ?? []).map(q => ({
      suffix: '',
      value: q.value ?? 0,
      label: { quantile: String(q.quantile ?? 0) },
    })),
  ],
} satisfies Record<MetricType, (point: DataPoint) => Sample[]>;

const TYPES = Object.keys(SAMPLES) as MetricType[];

function number(point: DataPoint): Sample[] {
  const value = point.asDouble ?? point.asInt;
  return value === undefined ? [] : [{ suffix: '', value }];
}

function totals(point: DataPoint): Sample[] {
  return [
    { suffix: '_count', value: point.count ?? 0 },
    { suffix: '_sum', value: point.sum },
    { suffix: '_min', value: point.min },
    { suffix: '_max', value: point.max },
  ].filter(sample => sample.value !== undefined);
}

/** Counts of all values up to each bound, as `le`. */
function buckets(point: DataPoint): Sample[] {
  let below = 0;
  return (point.bucketCounts ?? []).map((count, i) => {
    below += Number(count);
    const bound = point.explicitBounds?.[i];
    return { suffix: '_bucket', value: below, label: { le: bound === undefined ? '+Inf' : String(bound) } };
  });
}

/** Appends the records of all samples in a batch of metrics. */
export function metricsOf(batch: ResourceBatch, origin: Origin, records: ReadRecord[]): void {
  for (const scope of batch.scopeMetrics ?? []) {
    for (const metric of scope.metrics ?? []) {
      for (const type of TYPES) {
        const list = metric[type];
        if (list) pointsOf(metric, type, list, origin, records);
      }
    }
  }
}

function pointsOf(
  metric: Metric,
  type: MetricType,
  list: PointList,
  origin: Origin,
  records: ReadRecord[],
): void {
  const shared: Attributes = { ...origin.attributes, type };
  if (metric.unit) shared.unit = metric.unit;
  const temporality = list.aggregationTemporality;
  if (temporality) {
    shared.temporality =
      typeof temporality === 'number'
        ? (TEMPORALITIES[temporality] ?? '')
        : temporality.replace('AGGREGATION_TEMPORALITY_', '').toLowerCase();
  }
  if (list.isMonotonic && shared.temporality !== 'delta') shared.type = 'counter';
  for (const point of list.dataPoints ?? []) {
    const at = microsOfNanos(point.timeUnixNano);
    const attributes = point.attributes?.length ? plainAttributes(point.attributes, shared) : shared;
    for (const sample of SAMPLES[type](point)) {
      records.push({
        at,
        atRaw: point.timeUnixNano === undefined ? '' : String(point.timeUnixNano),
        precision: at === undefined ? '' : 'ns',
        zoned: true,
        kind: 'metric',
        host: origin.host,
        service: origin.service,
        name: `${metric.name ?? ''}${sample.suffix}`,
        value: Number(sample.value),
        body: '',
        attributes: sample.label ? { ...attributes, ...sample.label } : attributes,
      });
    }
  }
}
