/**
 * Which moments a person would keep. A moment's weight is what its rule gave × closeness in time (1 within the impact
 * and shortly before it, then fading over an hour, for series over ten minutes) × closeness in place (0.4 for series of
 * services that are neither affected nor suspected). Moments are then taken one by one, the heaviest first; each one already taken makes the next lighter,
 * × 0.62 for the same kind and service within five minutes (× 0.85 beyond), × 0.95 for the same kind, × 0.94 for the same service within half a minute.
 * Turns of the incident are always kept.
 */
import type { MomentKind } from '../document/bundle.ts';
import type { Micros } from '../record.ts';
import type { ProposedMoment } from './moment.ts';

const MOST_KEPT = 40;
const WANTED = 24;
/** Beyond what is wanted, only what still weighs this much is kept; and nothing that weighs less than the floor. */
const WORTH_MORE = 0.32;
const FLOOR = 0.2;
const SAME_THING = 0.62;
const SAME_SERVICE = 0.85;
const APART = 5 * 60e6;
const SAME_KIND = 0.95;
const SAME_TIME = 0.94;
const CLOSE = 30e6;
const LEAD = 30 * 60e6;
const FADE = 60 * 60e6;

/** Series move all the time; away from what was affected or suspected, in time or place, they are not part of the story. */
const MEASURES: ReadonlySet<MomentKind> = new Set(['metric-change', 'rate-change', 'latency-change']);
const ELSEWHERE = 0.4;
const MEASURE_LEAD = 3 * 60e6;
const MEASURE_FADE = 10 * 60e6;

export interface ImpactSpan {
  from: Micros;
  to: Micros;
  /** Services with signs of it, and those that are suspected. */
  services: ReadonlySet<string>;
}

/** Weight after closeness to the impact, in time and in place. */
export function weigh(moment: ProposedMoment, impact: ImpactSpan | undefined): number {
  if (impact === undefined) return Math.min(1, moment.weight);
  const [place, time] = MEASURES.has(moment.kind)
    ? [placeOf(moment, impact), Math.exp(-awayOf(moment, impact, MEASURE_LEAD) / MEASURE_FADE)]
    : [1, 0.5 + 0.5 * Math.exp(-awayOf(moment, impact, LEAD) / FADE)];
  return Math.min(1, moment.weight * place * time);
}

/** What users felt belongs to the story whenever it changed. */
function placeOf({ edge = false, service }: ProposedMoment, { services }: ImpactSpan): number {
  return edge || services.has(service) ? 1 : ELSEWHERE;
}

/** How far outside the impact (with `lead` before it) a moment lies, in microseconds. */
function awayOf({ at, until, kind, edge }: ProposedMoment, { from, to }: ImpactSpan, lead: number): number {
  if (edge) return 0;
  const starts = MEASURES.has(kind) ? at : Math.max(until ?? at, at);
  return Math.max(0, from - lead - starts, at - to - lead / 3);
}

/** The moments to keep, of those given with their weights; the rest stay a click away. */
export function selectMoments(
  moments: readonly ProposedMoment[],
  isTurn: (moment: ProposedMoment) => boolean,
): Set<ProposedMoment> {
  const kept = new Set(moments.filter(isTurn));
  const left = new Set(moments.filter(moment => !kept.has(moment)));
  while (kept.size < MOST_KEPT && left.size > 0) {
    const [best, weight] = heaviest(left, kept);
    if (best === undefined || weight < (kept.size < WANTED ? FLOOR : WORTH_MORE)) break;
    kept.add(best);
    left.delete(best);
  }
  return kept;
}

function heaviest(
  left: ReadonlySet<ProposedMoment>,
  kept: ReadonlySet<ProposedMoment>,
): [ProposedMoment | undefined, number] {
  let best: ProposedMoment | undefined;
  let most = 0;
  for (const moment of left) {
    const weight = lightened(moment, kept, most);
    if (weight > most) [best, most] = [moment, weight];
  }
  return [best, most];
}

/** How much a moment of the same kind takes from another: most when it tells of the same service at the same time. */
function likeness(moment: ProposedMoment, other: ProposedMoment): number {
  if (other.service !== moment.service) return SAME_KIND;
  return Math.abs(other.at - moment.at) < APART ? SAME_THING : SAME_SERVICE;
}

function lightened(moment: ProposedMoment, kept: ReadonlySet<ProposedMoment>, enough: number): number {
  let weight = moment.weight;
  for (const other of kept) {
    if (weight <= enough) return weight;
    if (other.kind === moment.kind) weight *= likeness(moment, other);
    if (Math.abs(other.at - moment.at) < CLOSE && other.service === moment.service) weight *= SAME_TIME;
  }
  return weight;
}
