import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../api.ts';

/** Texts kept; older ones are asked for again. */
const MOST = 20_000;
/** In one question. */
const AT_ONCE = 200;

/** First lines of records, fetched when they would be shown. */
export function useTexts(incidentId: string, readingId: string | undefined) {
  const [texts, setTexts] = useState<ReadonlyMap<number, string>>(new Map());
  const asked = useRef(new Set<number>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading numbers its records anew.
  useEffect(() => {
    asked.current = new Set();
    setTexts(new Map());
  }, [readingId]);

  const want = useCallback(
    async (numbers: readonly number[]): Promise<void> => {
      const missing = numbers.filter(number => !asked.current.has(number)).slice(0, AT_ONCE);
      if (missing.length === 0 || !readingId) return;
      if (asked.current.size > MOST) asked.current = new Set();
      for (const number of missing) asked.current.add(number);
      try {
        const found = await client.timeline.texts({ incidentId, readingId, numbers: missing });
        setTexts(before => {
          const next = new Map(before.size > MOST ? [] : before);
          for (const { number, text } of found.texts) next.set(number, text);
          return next;
        });
      } catch {
        // The next frame that would show them asks again.
        for (const number of missing) asked.current.delete(number);
      }
    },
    [incidentId, readingId],
  );
  return { texts, want };
}
