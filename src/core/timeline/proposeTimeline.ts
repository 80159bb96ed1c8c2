import type { Moment, Phase } from '../document/bundle.ts';
import { exportedStretch } from './exported.ts';
import { type FoundGap, findGaps } from './findGaps.ts';
import { findImpossibleOrders } from './findImpossibleOrders.ts';
import { findUnsettled } from './findUnsettled.ts';
import { gridEnd } from './grid.ts';
import type { Impact } from './impact/findImpact.ts';
import { mergeSame } from './mergeSame.ts';
import type { Ground, ProposedMoment } from './moment.ts';
import type { Observations, Slowing } from './observation.ts';
import { phasesOf } from './phasesOf.ts';
import type { Course } from './readCourse.ts';
import { relevantMessages } from './relevantMessages.ts';
import { slowingMoments } from './rules/slowing.ts';
import { type ImpactSpan, selectMoments, weigh } from './selectMoments.ts';

/** A moment of the finished timeline, its evidence still by row. */
export type TimelineMoment = Omit<Moment, 'cites'> & { grounds: Ground[]; count: number; topic?: string };

export interface Timeline extends Omit<Course, 'proposed'> {
  /** Where and when the impact was, or else the stretch for which logs were exported: what belongs to the story. */
  story: ImpactSpan | undefined;
  moments: TimelineMoment[];
  phases: Phase[];
  gaps: FoundGap[];
}

/** What is known only after the impact is: calls that slowed in it, and the services that may have caused it. */
export interface Aftermath {
  slowing: readonly Slowing[];
  suspects: readonly string[];
}

const MOST_MOMENTS = 600;
const NOTHING_MORE: Aftermath = { slowing: [], suspects: [] };

/** Moments, phases and gaps around the course of the incident, with the moments marked that a person would keep. */
export function proposeTimeline(
  seen: Observations,
  { proposed, turns, impact, window }: Course,
  { slowing, suspects }: Aftermath = NOTHING_MORE,
): Timeline {
  const exported = exportedStretch(seen);
  const others = [...suspects, ...slowing.map(({ service }) => service)];
  const story = impact
    ? spanOf(impact, seen, others)
    : exported && { ...exported, services: new Set(others) };
  const turned = new Set(Object.values(turns).map(turn => turn.key));
  const isAsked = ({ at }: ProposedMoment): boolean =>
    window.basis !== 'given' || (at >= window.from && at < window.to);
  const slowed = new Set(
    proposed.filter(({ kind }) => kind === 'latency-change').map(({ service }) => service),
  );
  const slow = slowing.filter(({ on, service }) => on === 'way' || !slowed.has(service));
  const rest = mergeSame([...proposed, ...slowingMoments(slow)])
    .filter(moment => !turned.has(moment.key) && isAsked(moment))
    .map(moment => ({ ...moment, weight: weigh(moment, story) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_MOMENTS);
  const all: (ProposedMoment & { confidence?: number })[] = [...Object.values(turns), ...rest].sort(
    (a, b) => a.at - b.at || (a.key < b.key ? -1 : 1),
  );
  const kept = selectMoments(all, moment => turned.has(moment.key));
  return {
    window,
    turns,
    impact,
    story,
    phases: phasesOf(turns, window),
    gaps: [
      ...findImpossibleOrders({ ...seen, messages: relevantMessages(seen) }, turns),
      ...findUnsettled(all.filter(moment => kept.has(moment))),
      ...findGaps(seen),
    ],
    moments: all.map(({ key: _, edge: __, ...moment }, i) => ({
      ...moment,
      id: `m${i + 1}`,
      kept: kept.has(all[i]!),
      weight: Number(moment.weight.toFixed(3)),
    })),
  };
}

/** A witness as weak as this does not make its service one of the affected. */
const LEAST_CONFIDENCE = 0.5;

function spanOf(impact: Impact, seen: Observations, others: readonly string[]): ImpactSpan {
  const clear = [
    impact.start,
    impact.end,
    ...impact.support.filter(piece => piece.confidence >= LEAST_CONFIDENCE),
  ];
  return {
    from: impact.from,
    to: impact.to ?? gridEnd(seen.grid),
    services: new Set([...clear.map(piece => piece.service), ...others]),
  };
}
