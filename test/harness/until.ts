import { setTimeout as wait } from 'node:timers/promises';

/** Asks again until the answer is there; throws the last error, or says what it waited for, after `withinMs`. */
export async function until<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  { withinMs = 20_000, what = String(ask) }: { withinMs?: number; what?: string } = {},
): Promise<T> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    const isLast = performance.now() > giveUpAt;
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      if (isLast) throw error;
    }
    if (isLast) throw new Error(`not within ${withinMs} ms: ${what}`);
    await wait(20);
  }
}
