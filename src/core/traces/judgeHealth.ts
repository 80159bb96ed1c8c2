/** What requests say of a service or a call. */
export type Health = 'failing' | 'slower' | 'steady' | 'answering' | 'few' | 'new' | 'silent';

interface Measures {
  requests: number;
  errors: number;
  p95Us: number;
}

/** Fewer requests say nothing of durations. */
const ENOUGH = 10;
/** A single failure is no state; fewer than one in a hundred is usual; more than usual is twice as many. */
const FAILURES = { fewest: 2, share: 0.01, factor: 2 };
/** Slower by less is chance, or is not felt. */
const SLOWER = { factor: 1.5, byUs: 1_000 };

/**
 * Judges requests by those before them: failures first, since they are felt most. Null stands for no requests.
 *
 * @param isCompared whether there was anything to compare with; without it, only failures are judged
 */
export function judgeHealth(
  { now, before }: { now: Measures | null; before: Measures | null },
  isCompared: boolean,
): Health {
  if (!now) return 'silent';
  const share = now.errors / now.requests;
  const usual = before ? before.errors / before.requests : 0;
  const isMore = share >= FAILURES.share && share >= FAILURES.factor * usual;
  if (now.errors >= FAILURES.fewest && isMore) return 'failing';
  if (!isCompared) return 'answering';
  if (!before) return 'new';
  if (Math.min(now.requests, before.requests) < ENOUGH) return 'few';
  const isSlower = now.p95Us >= SLOWER.factor * before.p95Us && now.p95Us >= before.p95Us + SLOWER.byUs;
  return isSlower ? 'slower' : 'steady';
}
