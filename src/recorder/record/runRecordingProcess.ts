import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ManifestEntry } from '../freeze/manifest.ts';
import { NothingToRead } from '../ingest/nothingToRead.ts';
import { StorageUnavailable } from '../objects/objectStore.ts';
import type { Progress } from '../progress.ts';
import type { RecordingReport, RecordingTask } from './messages.ts';

/** The process ended without a recording: a bug, or too little memory. `detail` is for the log, not for people. */
export class RecordingFailed extends Error {
  readonly detail: string;
  constructor(message: string, detail: string) {
    super(message);
    this.detail = detail;
  }
}

/** Of JavaScript's own heap, for each thread. The columnar engine has a limit of its own, and spills. */
const HEAP_MB = 1_024;
const DETAIL_BYTES = 4_096;

export interface ProcessOptions {
  progress: Progress;
  signal: AbortSignal;
}

/**
 * Makes a recording in a process of its own, which is killed when the signal says so. Throws NothingToRead,
 * StorageUnavailable (the disk of the folders is full), RecordingFailed, and the signal's reason.
 */
export async function runRecordingProcess(
  task: RecordingTask,
  { progress, signal }: ProcessOptions,
): Promise<ManifestEntry[]> {
  signal.throwIfAborted();
  const child = start();
  const kill = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  const ended = once(child, 'close');
  const detail = lastOf(child);
  let outcome: Exclude<RecordingReport, { type: 'progress' }> | undefined;
  child.on('message', (report: RecordingReport) => {
    if (report.type === 'progress') progress(report.stage, report.done, report.total);
    else outcome = report;
  });
  // A process that is already gone says so at its end.
  child.send(task, () => undefined);
  try {
    const [code, killedBy] = await ended;
    signal.throwIfAborted();
    if (outcome === undefined) throw ofSilentEnd(killedBy ?? code, detail());
    if (outcome.type === 'failed') throw ofFailure(outcome, task);
    return outcome.artefacts;
  } finally {
    signal.removeEventListener('abort', kill);
  }
}

/** Without our environment: nothing in it is the process's business, and evidence must not come near our secrets. */
function start(): ChildProcess {
  const script = import.meta.url.endsWith('.ts') ? './recordingProcess.ts' : './recordingProcess.js';
  return fork(fileURLToPath(new URL(script, import.meta.url)), [], {
    env: {},
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** The last that the process wrote to its error output. */
function lastOf(child: ChildProcess): () => string {
  let last = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    last = (last + text).slice(-DETAIL_BYTES);
  });
  return () => last;
}

const ofSilentEnd = (how: number | string, detail: string): RecordingFailed =>
  new RecordingFailed(
    `the evidence could not be read: its process ended early (${how}), most likely for want of memory; try again, with less evidence at a time if it happens again`,
    detail,
  );

function ofFailure(
  { why, message, coverage }: Extract<RecordingReport, { type: 'failed' }>,
  { folder }: RecordingTask,
): Error {
  if (why === 'nothing to read') return new NothingToRead(message, coverage);
  if (why === 'disk full')
    return new StorageUnavailable(`${folder}: the disk is full; free some space there, then try again`);
  return new RecordingFailed('the evidence could not be read: this is a bug, please report it', message);
}
