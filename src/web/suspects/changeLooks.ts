import type { Change } from '../../core/traces/compareCosts.ts';

/** How a change looks: its sign says the same as its colour. */
export const CHANGE_LOOKS: Record<Change, { sign: string; token: string }> = {
  longer: { sign: '▲', token: '--error' },
  shorter: { sign: '▼', token: '--good' },
  same: { sign: '', token: '--faint' },
  new: { sign: '+', token: '--change' },
  gone: { sign: '−', token: '--measure' },
};

/** From this factor on a change is shown strongly. */
const STRONG = 2;

/** The ground of what changed: stronger where it changed more. Text on it keeps its contrast. */
export function groundOf(change: Change, factor: number): string {
  const isStrong = change === 'new' || factor >= STRONG || factor <= 1 / STRONG;
  const share = change === 'same' ? 22 : isStrong ? 34 : 18;
  return `color-mix(in oklab, var(${CHANGE_LOOKS[change].token}) ${share}%, var(--panel))`;
}
