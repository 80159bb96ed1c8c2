import { setTimeout as pause } from 'node:timers/promises';
import type { RecordingProgress } from '../../../recorder/record/recordingProgress.ts';
import type { Platform } from '../../platform/operations/context.ts';
import { isWanted, type Run, tellProgress } from './runStore.ts';

/** Milliseconds between two looks: how soon people see progress, and how soon a cancelled run ends. */
const INTERVAL = 500;

/** The run is not to go on: it was cancelled, superseded, withdrawn, or begun again elsewhere. */
export class Unwanted extends Error {}

export interface Watched {
  /** Aborted with `Unwanted`. */
  signal: AbortSignal;
  tell(progress: RecordingProgress): void;
  stop(): Promise<void>;
}

/** Writes progress of a run to the database, where every server process sees it, and hears there when it is to end. */
export function watchRun({ db, log }: Pick<Platform, 'db' | 'log'>, run: Run): Watched {
  const unwanted = new AbortController();
  const stopping = new AbortController();
  let newest: RecordingProgress | undefined;
  let told: RecordingProgress | undefined;

  async function look(): Promise<void> {
    const progress = newest;
    const isStillWanted =
      progress === undefined || progress === told
        ? await isWanted(db, run)
        : await tellProgress(db, run, progress);
    told = progress;
    if (!isStillWanted) unwanted.abort(new Unwanted());
  }

  const watching = (async () => {
    while (!stopping.signal.aborted && !unwanted.signal.aborted) {
      await look().catch(error => log.debug({ err: error, ...run }, 'progress not written; trying again'));
      await pause(INTERVAL, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();

  return {
    signal: unwanted.signal,
    tell(progress) {
      newest = progress;
    },
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}
