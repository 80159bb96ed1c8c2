import type { Micros } from '../record.ts';
import type { Turns } from './asTurn.ts';
import { findTurns } from './findTurns.ts';
import { gridEnd } from './grid.ts';
import type { Impact } from './impact/findImpact.ts';
import { mergeSame } from './mergeSame.ts';
import type { ProposedMoment } from './moment.ts';
import type { Observations } from './observation.ts';
import { relevantMessages } from './relevantMessages.ts';
import { MOMENT_RULES } from './rules/index.ts';

/** How the incident went, as far as the observations alone tell. */
export interface Course {
  /** What the rules proposed, each thing once. */
  proposed: ProposedMoment[];
  turns: Turns;
  impact: Impact | undefined;
  window: { from: Micros; to: Micros; basis: 'given' | 'proposed' | 'all' };
}

const MARGIN = 10 * 60e6;

/** The impact and the turns of the incident; `given` is the window that a person asked for. */
export function readCourse(all: Observations, given?: { from: Micros; to: Micros }): Course {
  const seen = { ...all, messages: relevantMessages(all) };
  const proposed = mergeSame(MOMENT_RULES.flatMap(rule => rule(seen)));
  const { impact, turns } = findTurns(seen, proposed, given);
  return { proposed, turns, impact, window: windowOf(seen, impact, given) };
}

/** What the draft looks at: what was asked for; else the impact with as much time around it; else everything. */
function windowOf(
  seen: Observations,
  impact: Impact | undefined,
  given: { from: Micros; to: Micros } | undefined,
): Course['window'] {
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
