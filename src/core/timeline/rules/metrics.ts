import { familyOf } from '../../suspects/metricFamilies.ts';
import { isEdgeMetric } from '../edgeMetric.ts';
import { bucketStart } from '../grid.ts';
import { fromTo, type MetricWords, metricWords } from '../metricWords.ts';
import type { MomentRule, ProposedMoment } from '../moment.ts';
import { listed } from '../moment.ts';
import type { Grid, MetricSeries, Observations } from '../observation.ts';
import { changedPiece, findShifts, median, type Shift } from '../shift.ts';

export interface MetricShift {
  series: MetricSeries;
  shift: Shift;
  words: MetricWords;
  /** Whether it shows what users felt. */
  edge: boolean;
}

/** A level that moves less than this share of itself is not worth a line, however quiet the series is. */
const LEAST_CHANGE = 0.25;
/** Fewer buckets with samples show no level. */
const LEAST_SAMPLES = 8;
/** What users felt is looked at for several incidents; of other series the strongest change is enough. */
const MOST_SHIFTS = { edge: 5, other: 1 } as const;
const UPTIME = /uptime|start_time|process_start/i;
const RESTARTS = /restart/i;

/** Metric series whose level changed, the strongest first. */
export function metricShifts(seen: Pick<Observations, 'metrics' | 'requests'>): MetricShift[] {
  return seen.metrics
    .filter(series => !UPTIME.test(series.name))
    .flatMap(series => {
      const edge = isEdgeMetric(series, seen);
      const words = metricWords(series.name, series.unit);
      return shiftsOf(series, edge ? MOST_SHIFTS.edge : MOST_SHIFTS.other).map(shift => ({
        series,
        shift,
        words,
        edge,
      }));
    })
    .sort((a, b) => b.shift.strength - a.shift.strength);
}

function shiftsOf(series: MetricSeries, most: number): Shift[] {
  const known = series.values.filter(value => value !== null);
  if (known.length < LEAST_SAMPLES) return [];
  const middle = Math.abs(median(known));
  const spread = Math.max(...known.map(value => Math.abs(value - middle)), 0);
  return findShifts(series.values, Math.max(middle * 0.05, spread * 0.02, 1e-12), most)
    .map(shift => changedPiece(shift, series.values.length, 'either'))
    .filter(shift => shift !== undefined)
    .filter(({ inside, outside }) => {
      const size = Math.max(Math.abs(inside), Math.abs(outside));
      return Math.abs(inside - outside) >= LEAST_CHANGE * size;
    });
}

/** Metric levels that changed, and counters of restarts that rose; what several series say of one change, once. */
export const metricMoments: MomentRule<Observations> = seen =>
  sameChanges(metricShifts(seen)).map(found => momentOf(found, seen.grid));

/** Series that tell of one change: quantiles of one latency at one time, or one machine seen through its pods. */
export function sameChanges(found: readonly MetricShift[]): MetricShift[][] {
  const groups: MetricShift[][] = [];
  for (const one of found) {
    const group = groups.find(([first]) => isSibling(first!, one) || isSameMachine(first!, one));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

const isSibling = (a: MetricShift, b: MetricShift): boolean =>
  ownerOf(a) === ownerOf(b) &&
  a.words.family === b.words.family &&
  rises(a) === rises(b) &&
  a.shift.from < b.shift.to &&
  b.shift.from < a.shift.to;

const isSameMachine = (a: MetricShift, b: MetricShift): boolean =>
  a.words.isMachine &&
  a.series.name === b.series.name &&
  a.shift.from === b.shift.from &&
  a.shift.to === b.shift.to &&
  a.shift.inside.toPrecision(2) === b.shift.inside.toPrecision(2);

const ownerOf = ({ series }: MetricShift): string => series.service || series.instance || series.source;
const rises = ({ shift }: MetricShift): boolean => shift.inside > shift.outside;

function momentOf(group: readonly MetricShift[], grid: Grid): ProposedMoment {
  const [{ series, shift, words, edge }] = group as [MetricShift, ...MetricShift[]];
  const owners = [...new Set(group.map(ownerOf))];
  const where = owners.length === 1 ? owners[0]! : `The machine of ${listed(owners)}`;
  const isRestart = RESTARTS.test(series.name) && shift.inside > shift.outside;
  const levels = fromTo(shift.outside, shift.inside, series.counter ? `${words.unit}/s` : words.unit);
  const lasts = shift.to < grid.buckets;
  const others = group.length === 1 ? '' : `; ${group.length} series show it`;
  return {
    key: `metric ${owners[0]} ${series.name} ${shift.from}`,
    kind: isRestart ? 'restart' : 'metric-change',
    at: bucketStart(grid, shift.from),
    ...(lasts && { until: bucketStart(grid, shift.to) }),
    uncertaintyUs: sampleDistance(series, shift.from) * grid.step,
    title: isRestart ? `${where} restarts: ${words.subject} rises` : `${where}: ${words.subject} ${levels}`,
    reason: `${lasts ? 'a change of its level that passes' : 'a change of its level that lasts to the end of the evidence'}${others}`,
    weight: isRestart ? 0.6 : weightOf(group[0]!),
    source: series.source,
    service: owners.length === 1 ? series.service : '',
    count: group.length,
    ...(edge && { edge }),
    grounds: group.slice(0, 3).map(one => ({
      label: `${one.series.name} of ${ownerOf(one)}`,
      rows: one.series.rows
        .slice(one.shift.from, one.shift.to)
        .filter(row => row !== null)
        .slice(0, 3),
      count: one.series.rows.slice(one.shift.from, one.shift.to).filter(row => row !== null).length,
      query: one.series.query,
    })),
  };
}

/** How much lighter a change is that a single sample shows. */
const LONE = 0.2;

/** What users felt first, then what got worse, then what got better; one lone sample is hardly news. */
function weightOf({ series, shift, edge }: MetricShift): number {
  const { bad, weight } = familyOf(series.name);
  const isBetter = bad !== 'both' && shift.inside > shift.outside === (bad === 'down');
  const samples = series.values.slice(shift.from, shift.to).filter(value => value !== null).length;
  const told = Math.min(0.15, Math.log10(shift.strength) / 20);
  if (edge) return 0.55 + told;
  return (isBetter ? 0.15 : 0.3) + 0.1 * weight + told - (samples > 1 ? 0 : LONE);
}

/** Buckets from the sample before: the change lies somewhere between the two. */
function sampleDistance({ values }: MetricSeries, from: number): number {
  const before = values.findLastIndex((value, bucket) => bucket < from && value !== null);
  return before < 0 ? 1 : from - before;
}
