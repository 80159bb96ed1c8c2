import { STAGES, type Stage } from '../progress.ts';

/** How far a recording is. */
export interface RecordingProgress {
  stage: Stage;
  /** Bytes or files of this stage; `total` is 0 when it is not known. */
  done: number;
  total: number;
  /** 0…1 of the whole; never falls. */
  share: number;
  /** Seconds that the rest will take at the pace so far; null while it is too early to say. */
  secondsLeft: number | null;
}

/** Parts of the whole that the stages take, measured on 130 MB of container logs, traces and metrics. */
const WEIGHTS: Record<Stage, number> = {
  receiving: 4,
  freezing: 0,
  unpacking: 5,
  recognising: 11,
  reading: 34,
  'comparing clocks': 5,
  'sorting records': 11,
  'finding moments': 9,
  'weighing suspects': 18,
  drafting: 3,
};
const WHOLE = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);

/** Before this share and time, a pace says little. */
const MIN_SHARE = 0.05;
const MIN_MS = 1_000;

/** Turns what stages tell into how far the whole is. `now` gives milliseconds of any clock that only goes forward. */
export function followRecording(
  now: () => number,
): (stage: Stage, done: number, total: number) => RecordingProgress {
  const started = now();
  let share = 0;
  return (stage, done, total) => {
    const before = STAGES.slice(0, STAGES.indexOf(stage)).reduce((sum, earlier) => sum + WEIGHTS[earlier], 0);
    const within = total === 0 ? 0 : Math.min(1, done / total) * WEIGHTS[stage];
    share = Math.max(share, (before + within) / WHOLE);
    const elapsed = now() - started;
    const early = share < MIN_SHARE || elapsed < MIN_MS;
    const secondsLeft = early ? null : Math.ceil((elapsed * (1 - share)) / share / 1000);
    return { stage, done, total, share, secondsLeft };
  };
}
