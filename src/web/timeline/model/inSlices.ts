/** Work for this many milliseconds, then let the browser draw and listen. */
const SLICE = 9;

/**
 * Does work that comes in stretches without holding up the page. Rejects with the signal's reason.
 *
 * @param work yields every millisecond or so
 */
export async function inSlices<Result>(
  work: Generator<undefined, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      const step = work.next();
      if (step.done) return step.value;
    }
    await breathe();
    signal?.throwIfAborted();
  }
}

/** A message comes back after input and frames that wait, but without a timer's four milliseconds. */
const breathe = (): Promise<void> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
