import type { Phase } from '../document/bundle.ts';
import type { Micros } from '../record.ts';
import type { Turns } from './asTurn.ts';

const STEPS = [
  ['impact', 'impact-start'],
  ['detected', 'detection'],
  ['mitigated', 'mitigation'],
  ['restored', 'restore'],
] as const;

/** The phases between the turns; a turn that is out of order or missing starts no phase. */
export function phasesOf(turns: Turns, window: { from: Micros; to: Micros }): Phase[] {
  const phases: Phase[] = [{ name: 'before', from: window.from, to: window.to }];
  for (const [name, turn] of STEPS) {
    const at = turns[turn]?.at;
    const open = phases.at(-1)!;
    if (at === undefined || at < open.from || at >= window.to) continue;
    open.to = at;
    phases.push({ name, from: at, to: window.to });
  }
  return phases.filter(phase => phase.to > phase.from);
}
