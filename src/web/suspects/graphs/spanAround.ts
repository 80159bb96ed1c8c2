import type { Impact } from '../useImpact.ts';

/** How much of the time around the impact is shown, as a share of its length. */
const MARGIN = 0.75;

/** What the graphs beside each other span: the impact and some time around it. */
export function spanAround({ from, to }: Impact): Impact {
  const margin = (to - from) * MARGIN;
  return { from: Math.round(from - margin), to: Math.round(to + margin) };
}
