import type { Progress } from '../progress.ts';

const INTERVAL_MS = 100;

/** Passes each new stage on at once, and the same stage ten times a second. */
export function throttled(progress: Progress): Progress {
  let told = '';
  let toldAt = 0;
  return (stage, done, total) => {
    const now = performance.now();
    if (stage === told && now - toldAt < INTERVAL_MS) return;
    told = stage;
    toldAt = now;
    progress(stage, done, total);
  };
}
