import type { Exchange } from './exchange.ts';

/** How far a made-up host's clock is off: microseconds, ppm, and a jump (microseconds) at a true time (seconds). */
export interface Skew {
  offset: number;
  drift: number;
  step?: { at: number; by: number };
}

export interface World {
  skews: Record<string, Skew>;
  /** Who calls whom, so many times, with a least delay each way in microseconds. */
  calls: { caller: string; callee: string; times: number; delay: number }[];
  /** Seconds that the calls are spread over. */
  seconds: number;
  /** Draws from 0…1. */
  random: () => number;
}

const START = 1_700_000_000_000_000;

/** What a skewed clock shows at a true time (seconds since the start). */
export function shownAt({ offset, drift, step }: Skew, seconds: number): number {
  const jump = step !== undefined && seconds >= step.at ? step.by : 0;
  return Math.round(START + seconds * 1e6 + offset + drift * seconds + jump);
}

/** Exchanges as skewed clocks stamp them. Delays grow now and then, on one way more than on the other. */
export function simulate({ skews, calls, seconds, random }: World): Exchange[] {
  const exchanges = calls.flatMap(({ caller, callee, times, delay }, link) =>
    Array.from({ length: times }, (_, index) => {
      const sent = random() * seconds;
      const wait = () => (delay * (1 + random() * 0.3 + (random() < 0.2 ? random() * 50 : 0))) / 1e6;
      const received = sent + wait();
      const replied = received + random() * 0.05;
      const answered = replied + wait();
      const [a, b] = [skews[caller]!, skews[callee]!];
      return {
        kind: 'call' as const,
        link: `${caller} → ${callee}`,
        caller,
        callee,
        sent: shownAt(a, sent),
        received: shownAt(b, received),
        replied: shownAt(b, replied),
        answered: shownAt(a, answered),
        closing: null,
        name: `call ${link}.${index}`,
      };
    }),
  );
  return exchanges.sort((a, b) => a.sent - b.sent);
}

/** Mulberry32: the same numbers for the same seed. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
