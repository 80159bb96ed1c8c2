/** How something changed against what it is compared with. */
export type Change = 'longer' | 'shorter' | 'same' | 'new' | 'gone';

/** Less than this factor is chance. */
const NOTABLE = 1.25;

/** How a cost changed; both are per request, so that more requests alone change nothing. 0 for none. */
export function changeOf(now: number, before: number): Change {
  if (before === 0) return now === 0 ? 'same' : 'new';
  if (now === 0) return 'gone';
  if (now >= before * NOTABLE) return 'longer';
  return now * NOTABLE <= before ? 'shorter' : 'same';
}
