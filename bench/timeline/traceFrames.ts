import type { Page } from 'playwright-core';
import { FRAME_MARK } from './frameMark.ts';

interface TraceEvent {
  name: string;
  ph: string;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** Time of the processor in the thread, which others on the machine do not lengthen. */
  tdur?: number;
}

/** Milliseconds of the processor that the page's main thread took for each frame, script and paint, while `run` ran. */
export async function traceFrames<T>(
  page: Page,
  run: () => Promise<T>,
): Promise<{ result: T; cpu: number[] }> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  const result = await run();
  const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  return { result, cpu: costs(events) };
}

function costs(events: readonly TraceEvent[]): number[] {
  const marks = events.filter(({ name }) => name === FRAME_MARK).sort((a, b) => a.ts - b.ts);
  const main = marks[0]?.tid;
  const tasks = events
    .filter(({ name, ph, tid }) => tid === main && ph === 'X' && name === 'ThreadControllerImpl::RunTask')
    .sort((a, b) => a.ts - b.ts);
  const frames = new Array<number>(marks.length).fill(0);
  let [frame, end] = [-1, 0];
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    // A task within a task is counted with it.
    if (ts < end) continue;
    end = ts + dur;
    while (frame + 1 < marks.length && marks[frame + 1]!.ts <= end) frame++;
    if (frame >= 0) frames[frame]! += tdur / 1000;
  }
  return frames;
}
