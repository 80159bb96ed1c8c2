import type { MomentKind } from '../document/bundle.ts';
import type { Micros } from '../record.ts';
import type { Remark } from '../remark.ts';
import { spell } from '../timeline/moment.ts';
import { type IncidentTimes, TIME_WORDS, type TimeName } from './incidentTimes.ts';

/** What begins each phase: a time of the incident or, where nobody noted it, a moment that was kept. */
const TURNS = [
  { phase: 'impact', time: 'startedAt', kind: 'impact-start', pick: 'first' },
  { phase: 'detected', time: 'detectedAt', kind: 'detection', pick: 'first' },
  { phase: 'acknowledged', time: 'acknowledgedAt', kind: 'acknowledgement', pick: 'first' },
  { phase: 'mitigated', time: 'mitigatedAt', kind: 'mitigation', pick: 'first' },
  { phase: 'restored', time: 'restoredAt', kind: 'restore', pick: 'last' },
] as const satisfies readonly { phase: string; time: TimeName; kind: MomentKind; pick: 'first' | 'last' }[];

export const PHASE_NAMES = TURNS.map(({ phase }) => phase);
export type PhaseName = (typeof TURNS)[number]['phase'];

/** A stretch of the incident's course; the last one is open until the incident is closed. */
export interface IncidentPhase {
  name: PhaseName;
  from: Micros;
  /** Null while it goes on. */
  to: Micros | null;
  /** What its beginning was taken from: a time's name, or the id of a moment. */
  basis: { time: TimeName } | { momentId: string };
}

interface KeptMoment {
  id: string;
  kind: string;
  at: Micros;
}

type Turn = (typeof TURNS)[number];
type Begun = Pick<IncidentPhase, 'name' | 'from' | 'basis'>;

/** Times that differ by less are the same for people: nobody types microseconds. */
const SAME: Micros = 60_000_000;

/**
 * The phases that follow from an incident's times and from the moments that people kept. A noted time goes before a
 * moment, because it was written down as what counts; where the two differ, or a turn lies before the one that it must
 * follow, a remark says so.
 */
export function incidentPhases(
  times: IncidentTimes,
  kept: readonly KeptMoment[],
): { phases: IncidentPhase[]; remarks: Remark[] } {
  const phases: IncidentPhase[] = [];
  const remarks: Remark[] = [];
  for (const turn of TURNS) {
    const moment = momentOf(turn, kept);
    const begun = begin(turn, times[turn.time], moment);
    if (begun === undefined) continue;
    remarks.push(...disagreement(turn, times[turn.time], moment));
    const before = phases.at(-1);
    if (before && begun.from < before.from) {
      remarks.push(outOfOrder(turn, begun, before));
      continue;
    }
    if (before) before.to = begun.from;
    phases.push({ ...begun, to: null });
  }
  const last = phases.at(-1);
  if (last && times.closedAt !== null && times.closedAt >= last.from) last.to = times.closedAt;
  return { phases, remarks };
}

function momentOf({ kind, pick }: Turn, kept: readonly KeptMoment[]): KeptMoment | undefined {
  const inTime = kept.filter(moment => moment.kind === kind).sort((a, b) => a.at - b.at);
  return inTime.at(pick === 'first' ? 0 : -1);
}

function begin(
  { phase, time }: Turn,
  noted: Micros | null,
  moment: KeptMoment | undefined,
): Begun | undefined {
  if (noted !== null) return { name: phase, from: noted, basis: { time } };
  return moment && { name: phase, from: moment.at, basis: { momentId: moment.id } };
}

function disagreement({ time }: Turn, noted: Micros | null, moment: KeptMoment | undefined): Remark[] {
  if (noted === null || moment === undefined || Math.abs(noted - moment.at) < SAME) return [];
  const side = moment.at < noted ? 'earlier' : 'later';
  return [
    {
      level: 'warning',
      code: 'time-against-moment',
      on: time,
      text: `“${TIME_WORDS[time].label}” as noted and as the kept moment shows it differ: the moment is ${spell(Math.abs(noted - moment.at))} ${side}. Correct the time, or dismiss the moment.`,
    },
  ];
}

const outOfOrder = ({ time }: Turn, begun: Begun, before: IncidentPhase): Remark => ({
  level: 'warning',
  code: 'phase-out-of-order',
  on: time,
  text: `“${TIME_WORDS[time].label}” lies ${spell(before.from - begun.from)} before the phase “${before.name}” begins, so it starts no phase. Correct whichever is wrong.`,
});
