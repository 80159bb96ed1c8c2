import type { CDPSession, Page } from 'playwright-core';

/** Milliseconds of every interaction of one step. */
export interface StepResult {
  step: string;
  /** From the event until the next paint, by the clock. */
  waits: number[];
  /** What the page's main thread had of the processor in that time. */
  cpu: number[];
}

/** An interaction as the browser timed it: milliseconds since the page began. */
interface Timed {
  startTime: number;
  duration: number;
  interactionId: number;
}

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

/** Names a moment that both the page's clock and the trace's know. */
const MARK = 'bench-clock';
/** Milliseconds without anything to do, after which a step's pictures are complete. */
const REST = 400;

/** Does each step so many times; those that the browser answered within 16 ms it does not report. */
export async function measureInteractions(
  page: Page,
  { steps, rounds }: { steps: Record<string, (page: Page) => Promise<unknown>>; rounds: number },
): Promise<StepResult[]> {
  const session = await page.context().newCDPSession(page);
  const results = Object.keys(steps).map((step): StepResult => ({ step, waits: [], cpu: [] }));
  await page.evaluate(WATCH);
  for (let round = 0; round < rounds; round++)
    for (const { step, waits, cpu } of results) {
      const trace = await startTrace(session);
      await page.evaluate(`performance.mark('${MARK}'); timed.length = 0`);
      await steps[step]!(page);
      await page.waitForTimeout(REST);
      const { marked, timed } = await page.evaluate<{ marked: number; timed: Timed[] }>(READ);
      const events = await trace.end();
      const mark = events.find(({ name }) => name === MARK)!;
      const tasks = tasksOf(events, mark.tid);
      for (const { startTime, duration } of longestOfEach(timed)) {
        const from = mark.ts + (startTime - marked) * 1000;
        waits.push(duration);
        cpu.push(processorWithin(tasks, from, from + duration * 1000));
      }
    }
  return results;
}

const WATCH = `
  globalThis.timed = [];
  new PerformanceObserver(list => {
    for (const { startTime, duration, interactionId } of list.getEntries())
      if (interactionId > 0) timed.push({ startTime, duration, interactionId });
  }).observe({ type: 'event', durationThreshold: 16 });`;

const READ = `({ marked: performance.getEntriesByName('${MARK}').at(-1).startTime, timed: [...timed] })`;

/** A press is several events: the longest of them is what the interaction took. */
function longestOfEach(timed: readonly Timed[]): Timed[] {
  const longest = new Map<number, Timed>();
  for (const entry of timed)
    if (entry.duration > (longest.get(entry.interactionId)?.duration ?? 0))
      longest.set(entry.interactionId, entry);
  return [...longest.values()];
}

async function startTrace(session: CDPSession): Promise<{ end(): Promise<TraceEvent[]> }> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void =>
    void events.push(...(value as unknown as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  return {
    async end() {
      const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await complete;
      session.off('Tracing.dataCollected', collect);
      return events;
    },
  };
}

/** The tasks of a thread, without those within another. */
function tasksOf(events: readonly TraceEvent[], thread: number): Required<TraceEvent>[] {
  const tasks: Required<TraceEvent>[] = [];
  const sorted = events
    .filter(({ name, ph, tid }) => tid === thread && ph === 'X' && name === 'ThreadControllerImpl::RunTask')
    .sort((a, b) => a.ts - b.ts);
  let end = 0;
  for (const { dur = 0, tdur = 0, ...task } of sorted) {
    if (task.ts < end) continue;
    end = task.ts + dur;
    tasks.push({ ...task, dur, tdur });
  }
  return tasks;
}

/** Milliseconds; of a task that reaches out, the share that lies within. */
function processorWithin(tasks: readonly Required<TraceEvent>[], from: number, to: number): number {
  let sum = 0;
  for (const { ts, dur, tdur } of tasks) {
    const within = Math.min(to, ts + dur) - Math.max(from, ts);
    if (within > 0) sum += (tdur * within) / Math.max(dur, 1);
  }
  return sum / 1000;
}
