/**
 * The timeline in a real browser: how long until events are on screen, and what a frame costs while one zooms and moves
 * through them, beside vis-timeline with the same events in the same run. A frame is what the page's main thread takes for
 * script and paint, in time of the processor, so that a busy machine does not decide; beside it the clock's time, and what
 * an empty page takes. Installs the peer when it is missing.
 *
 *     node bench/timeline.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { packEvents } from '../src/core/chart/packEvents.ts';
import { launchBrowser } from '../test/harness/browser.ts';
import { installPeers } from './installPeers.ts';
import { buildPage } from './timeline/buildPage.ts';
import { someEvents } from './timeline/someEvents.ts';
import { traceFrames } from './timeline/traceFrames.ts';

const FRAMES = 600;
const FRAME_BAR = 16.7;
const HEAP_BAR = 200;
const NAMES = { Ours: 'afterword', Theirs: 'vis-timeline', Nothing: 'an empty page' } as const;

/** Who draws how many events, and the promise. The peer is not asked for what it cannot finish. */
const RUNS = [
  { who: 'Nothing', events: 1, loadBar: undefined, frames: FRAMES },
  { who: 'Ours', events: 100_000, loadBar: 1_000, frames: FRAMES },
  { who: 'Ours', events: 1_000_000, loadBar: 2_000, frames: FRAMES },
  { who: 'Theirs', events: 10_000, loadBar: undefined, frames: 60 },
  { who: 'Theirs', events: 100_000, loadBar: undefined, frames: 20 },
] as const;
/** Milliseconds after which a run is given up. */
const PATIENCE = 120_000;

interface Loaded {
  ms: number;
  blockedMs: number;
}

const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'));
installPeers();
const files = await buildPage(folder);
const browser = await launchBrowser();
try {
  for (const run of RUNS) await measure(browser, run);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

async function measure(
  browser: Browser,
  { who, events, loadBar, frames }: (typeof RUNS)[number],
): Promise<void> {
  const server = await serve(gzipSync(packEvents(someEvents(events)), { level: 1 }));
  const page = await browser.newPage({ viewport: { width: 1_280, height: 900 } });
  const name = `${NAMES[who]}, ${events.toLocaleString('en')} events`.padEnd(34);
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const loaded = await within(page.evaluate<Loaded>(`load${who}()`));
    if (!loaded) return void console.log(`${name} not loaded after ${PATIENCE / 1000} s`);
    const heap = await heapMegabytes(page);
    const { result: clock, cpu } = await traceFrames(page, () =>
      within(page.evaluate<number[]>(`travel(${frames})`)),
    );
    const worst = share(cpu, 0.99);
    console.log(
      [
        `${name} load ${loaded.ms.toFixed(0)} ms${verdict(loaded.ms, loadBar)}`,
        `longest block ${loaded.blockedMs.toFixed(0)} ms`,
        `frame p50 ${share(cpu, 0.5).toFixed(1)} p99 ${worst.toFixed(1)} ms${verdict(worst, loadBar && FRAME_BAR)}`,
        `by the clock p50 ${share(clock, 0.5).toFixed(1)} p99 ${share(clock, 0.99).toFixed(1)} ms`,
        `heap ${heap.toFixed(0)} MB${verdict(heap, loadBar && HEAP_BAR)}`,
      ].join('; '),
    );
  } finally {
    await page.close();
    server.close();
  }
}

/** The value below which a share of all lies. */
function share(values: readonly number[] = [], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN;
}

function verdict(value: number, bar: number | undefined): string {
  return bar === undefined ? '' : ` (bar ${bar}: ${value <= bar ? 'met' : 'MISSED'})`;
}

/** The peer may never end: then nothing. */
function within<T>(work: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    work,
    new Promise<undefined>(resolve => setTimeout(resolve, PATIENCE, undefined).unref()),
  ]);
}

/** What the page holds after a collection: objects, typed arrays and elements. */
async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as unknown as Record<string, number>;
  const parts = ['usedSize', 'embedderHeapUsedSize', 'backingStorageSize'];
  return parts.reduce((sum, part) => sum + (usage[part] ?? 0), 0) / 1e6;
}

function serve(events: Uint8Array): Promise<Server> {
  const server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    if (request.url === '/events')
      return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(events);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.type }).end(file.content);
  });
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)));
}
