import { reading } from './format.ts';
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
  if (metric.isSilent) return silent(metric);
  const found = (['up', 'down'] as const)
    .filter(way => family.bad === 'both' || family.bad === way)
    .map(way => ({ way, strength: departure(metric, way) }))
    .toSorted((a, b) => b.strength - a.strength)[0];
  const strength = (found?.strength ?? 0) * (family.isEcho ? 1 : materiality(metric));
  if (!found || strength * family.weight < 0.05) return undefined;
  return describe(metric, family, found.way, strength);
}

/**
 * How far a series left its usual range, 0…1: nothing inside the range that 98 % of its baseline stays in, and
 * full when it went four times as far from the median as that range. A single spike among calm samples counts less than half.
 */
function departure(metric: MetricShift, way: 'up' | 'down'): number {
  const peak = departureOf(metric, way, (way === 'up' ? metric.high : metric.low) ?? 0);
  const lasting = departureOf(metric, way, metric.level ?? 0);
  return metric.n === 1 ? 0.7 * peak : peak * (0.4 + 0.6 * lasting);
}

function departureOf(metric: MetricShift, way: 'up' | 'down', value: number): number {
  const q = metric.quantiles;
  if (!q || metric.baselineN < ENOUGH) return 0;
  const [, q01 = 0, q05 = 0, , median = 0, , q95 = 0, q99 = 0] = q;
  const reach = way === 'up' ? value - median : median - value;
  const usual = way === 'up' ? q99 - median : median - q01;
  const noise = Math.max(usual * (1 + 4 / metric.baselineN), (q95 - q05) / 2, 0.05 * Math.abs(median), 1e-9);
  if (reach <= noise) return 0;
  // A downward change is bounded by zero, so that it cannot go many times as far: half the way is already clear.
  const room = way === 'down' && median > 0 ? Math.max(1.05, Math.min(4, (0.9 * median) / noise)) : 4;
  return Math.min(1, Math.log(reach / noise) / Math.log(room));
}

/**
 * Whether a resource is short at all, 0…1: a percentage matters as it nears its limit, another amount as it passes
 * what its peers use. 5 % of a processor instead of 1 % starves nobody.
 */
function materiality(metric: MetricShift): number {
  const value = metric.high ?? 0;
  if (/%|percent|usage ?rate|utili[sz]ation/i.test(metric.name)) return Math.min(1, 0.1 + value / 60);
  if (metric.peers < 3 || metric.peerLevel === null) return 1;
  return value <= 0 ? 1 : value / (value + 4 * Math.abs(metric.peerLevel));
}

function describe(metric: MetricShift, family: MetricFamily, way: 'up' | 'down', strength: number): Signal {
  const value = (way === 'up' ? metric.high : metric.low) ?? 0;
  const write = (figure: number) => reading(metric.name, figure);
  return {
    from: 'metric',
    service: metric.service,
    component: metric.pod ?? '',
    score: strength * family.weight,
    isEcho: family.isEcho,
    kinds: family.kinds,
    text: `${metric.name} ${way === 'up' ? 'rose to' : 'fell to'} ${write(value)} (usually ${write(metric.quantiles?.[4] ?? 0)}, rarely ${way === 'up' ? 'above' : 'below'} ${write(metric.quantiles?.[way === 'up' ? 7 : 1] ?? 0)})`,
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
