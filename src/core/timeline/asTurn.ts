import type { MomentKind } from '../document/bundle.ts';
import type { ProposedMoment } from './moment.ts';

/** The five moments that an incident's course hangs on. */
export type Turn = Extract<
  MomentKind,
  'impact-start' | 'detection' | 'acknowledgement' | 'mitigation' | 'restore'
>;

export type Turns = { [turn in Turn]?: ProposedMoment & { confidence: number } };

/** A moment that some rule proposed, now as a turn of the incident: its reason says why it is taken for one. */
export function asTurn(
  turn: Turn,
  moment: ProposedMoment,
  confidence: number,
  reason: string,
): ProposedMoment & { confidence: number } {
  return {
    ...moment,
    kind: turn,
    reason: `${reason} (${moment.reason})`,
    weight: 1,
    confidence: Number(confidence.toFixed(2)),
  };
}
