/** How long each step of a longer work took: what a log is asked for when it took too long. */
export interface Steps {
  /** Says that a step is over; it began where the one before ended. */
  done(step: string): void;
  /** Milliseconds by step, in their order. */
  readonly milliseconds: Readonly<Record<string, number>>;
}

/**
 * Begins to count.
 *
 * @param since where the first step began, by `performance.now()`; 0 is the start of the process
 */
export function timeSteps(since = performance.now()): Steps {
  const milliseconds: Record<string, number> = {};
  let last = since;
  return {
    done(step) {
      const now = performance.now();
      milliseconds[step] = Math.round(now - last);
      last = now;
    },
    milliseconds,
  };
}
