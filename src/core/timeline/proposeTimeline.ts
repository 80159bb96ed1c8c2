import type { Moment, Phase } from '../document/bundle.ts';
import type { Micros } from '../record.ts';
import type { Turns } from './asTurn.ts';
import { type FoundGap, findGaps } from './findGaps.ts';
import { findImpossibleOrders } from './findImpossibleOrders.ts';
import { findTurns } from './findTurns.ts';
import { findUnsettled } from './findUnsettled.ts';
import { gridEnd } from './grid.ts';
import type { Impact } from './impact/findImpact.ts';
import type { Ground, ProposedMoment } from './moment.ts';
import type { Observations } from './observation.ts';
import { phasesOf } from './phasesOf.ts';
import { MOMENT_RULES } from './rules/index.ts';
import { selectMoments, weigh } from './selectMoments.ts';

/** A moment of the finished timeline, its evidence still by row. */
export type TimelineMoment = Omit<Moment, 'cites'> & { grounds: Ground[]; count: number; topic?: string };

export interface Timeline {
  window: { from: Micros; to: Micros; basis: 'given' | 'proposed' | 'all' };
  moments: TimelineMoment[];
  turns: Turns;
  impact: Impact | undefined;
  phases: Phase[];
  gaps: FoundGap[];
}

const MOST_MOMENTS = 600;
const MARGIN = 10 * 60e6;

/** Moments, turns, phases and gaps out of what was observed. `given` is the window that a person asked for. */
export function proposeTimeline(seen: Observations, given?: { from: Micros; to: Micros }): Timeline {
  const proposed = mergeSame(MOMENT_RULES.flatMap(rule => rule(seen)));
  const { impact, turns } = findTurns(seen, proposed, given);
  const window = windowOf(seen, impact, given);
  const span = impact && {
    from: impact.from,
    to: impact.to ?? gridEnd(seen.grid),
    services: new Set([impact.start, impact.end, ...impact.support].map(piece => piece.service)),
  };
  const turned = new Set(Object.values(turns).map(turn => turn.key));
  const rest = proposed
    .filter(moment => !turned.has(moment.key))
    .map(moment => ({ ...moment, weight: weigh(moment, span) }))
    .filter(moment => given === undefined || (moment.at >= given.from && moment.at < given.to))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_MOMENTS);
  const all: (ProposedMoment & { confidence?: number })[] = [...Object.values(turns), ...rest].sort(
    (a, b) => a.at - b.at,
  );
  const kept = selectMoments(all, moment => turned.has(moment.key));
  return {
    window,
    turns,
    impact,
    phases: phasesOf(turns, window),
    gaps: [
      ...findImpossibleOrders(seen, turns),
      ...findUnsettled(all.filter(moment => kept.has(moment))),
      ...findGaps(seen),
    ],
    moments: all.map(({ key: _, ...moment }, i) => ({
      ...moment,
      id: `m${i + 1}`,
      kept: kept.has(all[i]!),
      weight: Number(moment.weight.toFixed(3)),
    })),
  };
}

/** Proposals about the same thing become one: same key, or resting on the same first record. The heavier one stays. */
function mergeSame(moments: readonly ProposedMoment[]): ProposedMoment[] {
  const byKey = new Map<string, ProposedMoment>();
  const byRow = new Map<number, ProposedMoment>();
  for (const moment of [...moments].sort((a, b) => b.weight - a.weight)) {
    const row = moment.grounds[0]?.rows[0];
    const isRecord =
      row !== undefined &&
      moment.uncertaintyUs !== null &&
      moment.grounds.every(ground => ground.rows.length > 0);
    const twin =
      byKey.get(moment.key) ?? (isRecord || moment.uncertaintyUs === null ? byRow.get(row ?? -1) : undefined);
    if (
      twin !== undefined &&
      twin.kind !== 'silence' &&
      moment.kind !== 'silence' &&
      moment.kind !== 'last-of-kind'
    )
      continue;
    byKey.set(moment.key, moment);
    if (row !== undefined) byRow.set(row, moment);
  }
  return [...byKey.values()];
}

/** What the draft looks at: what was asked for; else the impact with as much time around it; else everything. */
function windowOf(
  seen: Observations,
  impact: Impact | undefined,
  given: { from: Micros; to: Micros } | undefined,
): Timeline['window'] {
  if (given !== undefined) return { ...given, basis: 'given' };
  const [from, to] = [seen.grid.from, gridEnd(seen.grid)];
  if (impact === undefined) return { from, to, basis: 'all' };
  const margin = Math.max(MARGIN, Math.ceil(((impact.to ?? to) - impact.from) / 2));
  const proposed = {
    from: Math.max(from, impact.from - margin),
    to: Math.min(to, (impact.to ?? to) + margin),
  };
  return proposed.from === from && proposed.to === to
    ? { from, to, basis: 'all' }
    : { ...proposed, basis: 'proposed' };
}
