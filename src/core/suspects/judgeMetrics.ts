import { figure } from './format.ts';
import { familyOf, type MetricFamily } from './metricFamilies.ts';
import type { MetricShift, Shifts } from './shifts.ts';
import type { Signal } from './signal.ts';

/** Fewer samples than this make no baseline. */
const ENOUGH = 5;

/** Signals from metric series that left their usual range; a service speaks through the clearest series of each family. */
export function judgeMetrics({ metrics }: Shifts): Signal[] {
  const signals = metrics.map(judge).filter(signal => signal !== undefined);
  const groups = Map.groupBy(signals, signal => `${signal.service}\n${JSON.stringify(signal.kinds)}`);
  return [...groups.values()].map(group => group.toSorted((a, b) => b.score - a.score)[0]!);
}

function judge(metric: MetricShift): Signal | undefined {
  const family = familyOf(metric.name);
  if (metric.n === 0) return silent(metric);
  const found = (['up', 'down'] as const)
    .filter(way => family.bad === 'both' || family.bad === way)
    .map(way => ({ way, strength: departure(metric, way) }))
    .toSorted((a, b) => b.strength - a.strength)[0];
  if (!found || found.strength * family.weight < 0.05) return undefined;
  return describe(metric, family, found.way, found.strength);
}

/**
 * How far a series left its usual range, 0…1: nothing inside the range that 98 % of its baseline stays in, and
 * full when it went four times as far from the median as that range.
 */
function departure(metric: MetricShift, way: 'up' | 'down'): number {
  const q = metric.quantiles;
  if (!q || metric.baselineN < ENOUGH || metric.high === null || metric.low === null) return 0;
  const [, q01 = 0, q05 = 0, , median = 0, , q95 = 0, q99 = 0] = q;
  const reach = way === 'up' ? metric.high - median : median - metric.low;
  const usual = way === 'up' ? q99 - median : median - q01;
  const noise = Math.max(usual * (1 + 4 / metric.baselineN), (q95 - q05) / 2, 0.05 * Math.abs(median), 1e-9);
  if (reach <= noise) return 0;
  // A downward change is bounded by zero, so that it cannot go many times as far: half the way is already clear.
  const room = way === 'down' && median > 0 ? Math.max(1.05, Math.min(4, (0.9 * median) / noise)) : 4;
  return Math.min(1, Math.log(reach / noise) / Math.log(room));
}

function describe(metric: MetricShift, family: MetricFamily, way: 'up' | 'down', strength: number): Signal {
  const value = (way === 'up' ? metric.high : metric.low) ?? 0;
  return {
    from: 'metric',
    service: metric.service,
    component: metric.pod ?? '',
    score: strength * family.weight,
    isEcho: family.isEcho,
    kinds: family.kinds,
    text: `${metric.name} ${way === 'up' ? 'rose to' : 'fell to'} ${figure(value)} (usually ${figure(metric.quantiles?.[4] ?? 0)}, ${way === 'up' ? 'below' : 'above'} ${figure(metric.quantiles?.[way === 'up' ? 7 : 1] ?? 0)} for 99 % of the time)`,
    at: way === 'up' ? metric.highAt : null,
    hasBaseline: true,
    subject: { of: 'metric', metric },
  };
}

/** A series that reported until the window and then said nothing. */
function silent(metric: MetricShift): Signal {
  return {
    from: 'metric',
    service: metric.service,
    component: metric.pod ?? '',
    score: 0.5,
    isEcho: false,
    kinds: { crash: 0.6 },
    text: `${metric.name} stopped reporting`,
    at: null,
    hasBaseline: true,
    subject: { of: 'metric', metric },
  };
}
