import { setTimeout as pause } from 'node:timers/promises';

export interface PokedWork {
  /** Does what there is to do. */
  work(): Promise<void>;
  /** Called when the work failed; it is tried again at the next poll. */
  onProblem: (error: unknown) => void;
  /** Milliseconds after each time, so that a busy server does much at once. */
  rest: number;
  /** Milliseconds after which it looks without a poke: what a killed server left is found so. */
  poll: number;
}

export interface Poked {
  /** Says that there is something to do. */
  poke(): void;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/** Does some work whenever it is poked, once at a time, for as long as the server runs. */
export function workWhenPoked({ work, onProblem, rest, poll }: PokedWork): Poked {
  const stopping = new AbortController();
  let isPoked = false;
  let wake = (): void => undefined;

  const waitForPoke = (): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, poll);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      isPoked = false;
      await work().catch(onProblem);
      await pause(rest, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!isPoked && !stopping.signal.aborted) await waitForPoke();
    }
  }

  const running = run();
  return {
    poke() {
      isPoked = true;
      wake();
    },
    async stop() {
      stopping.abort();
      wake();
      await running;
    },
  };
}
