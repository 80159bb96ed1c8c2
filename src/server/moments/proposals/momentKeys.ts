import type { MomentProposal } from './momentProposal.ts';

/**
 * What makes proposals of two versions of the evidence the same moment, in the order of the proposals. The source's own
 * stamp counts, not the corrected time: more evidence improves the clocks, and moves the moment, but it stays the same.
 */
export function momentKeys(moments: readonly MomentProposal[]): string[] {
  const seen = new Map<string, number>();
  return moments.map(({ kind, source, service, sourceStamp, at }) => {
    const key = JSON.stringify([kind, source, service, sourceStamp || at]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}
