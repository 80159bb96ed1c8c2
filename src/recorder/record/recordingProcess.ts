/**
 * A process that makes one recording and ends: the server's own loop stays free, and what evidence can do to memory or
 * to the engine it does here. It dies with the server, and is the first to go when the machine runs out of memory.
 */
import { writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { constants, setPriority } from 'node:os';
import type { RecordingReport, RecordingTask } from './messages.ts';
import { throttled } from './throttled.ts';

enableCompileCache();
const { isDiskFull } = await import('../isDiskFull.ts');
const { NothingToRead } = await import('../ingest/nothingToRead.ts');
const { writeRecording } = await import('./writeRecording.ts');

const progress = throttled((stage, done, total) =>
  process.send!({ type: 'progress', stage, done, total } satisfies RecordingReport),
);

yieldToOthers();
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.once('message', async (task: RecordingTask) => {
  const report = await record(task);
  process.send!(report, () => process.disconnect!());
});

async function record(task: RecordingTask): Promise<RecordingReport> {
  try {
    const { artefacts } = await writeRecording({ ...task, progress });
    return { type: 'done', artefacts };
  } catch (error) {
    const message = (error as Error).message;
    if (error instanceof NothingToRead)
      return { type: 'failed', why: 'nothing to read', message, coverage: error.coverage };
    if (isDiskFull(error)) return { type: 'failed', why: 'disk full', message, coverage: [] };
    return { type: 'failed', why: 'fault', message: (error as Error).stack ?? message, coverage: [] };
  }
}

function yieldToOthers(): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  try {
    writeFileSync('/proc/self/oom_score_adj', '500');
  } catch {
    // Not Linux: there is nothing to set.
  }
}
