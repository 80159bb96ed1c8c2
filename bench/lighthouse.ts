/**
 * The five main pages of the demonstration, judged by Lighthouse in the Chromium of the tests, by someone who is signed
 * in: as on a desktop, which the promise is about, and as on a middling phone. Of several runs the middle one is told,
 * because a busy machine is felt in the performance. Installs Lighthouse when it is missing.
 *
 *     node bench/lighthouse.ts [RUNS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../test/harness/browser.ts';
import { installPeers } from './installPeers.ts';
import { forward } from './lighthouse/forward.ts';
import { startDemo } from './startDemo.ts';

const PAGES = {
  home: '/',
  incidents: '/incidents',
  incident: '/incidents/INC-1',
  timeline: '/incidents/INC-1/timeline',
  postmortem: '/incidents/INC-1/postmortem',
} as const;

/** Scores that are promised, of 100. */
const BARS = { performance: 95, accessibility: 100, 'best-practices': 95 } as const;
type Category = keyof typeof BARS;
const CATEGORIES = Object.keys(BARS) as Category[];
/** Kilobytes of JavaScript that the first page may take, compressed. */
const SCRIPT_BAR = 200;

const runs = Number(process.argv[2] ?? 3);

/** What we read of its verdict. */
interface Verdict {
  runtimeError?: { message: string };
  categories: Record<Category, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
}
interface Audit {
  title: string;
  score: number | null;
  displayValue?: string;
  details?: { items?: { resourceType?: string; transferSize?: number }[] };
}
type Lighthouse = (url: string, flags: object, config?: object) => Promise<{ lhr: Verdict } | undefined>;

const peer = (path: string): string =>
  pathToFileURL(join(import.meta.dirname, 'lighthouse', 'node_modules', 'lighthouse', path)).href;

const middle = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.toSorted((a, b) => a.categories.performance.score - b.categories.performance.score)[
    verdicts.length >> 1
  ]!;

const scriptKilobytes = ({ audits }: Verdict): number =>
  (audits['network-requests']?.details?.items ?? [])
    .filter(({ resourceType }) => resourceType === 'Script')
    .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0) / 1024;

/** What took points away, with what it weighs. */
function complaintsOf({ categories, audits }: Verdict, category: Category): string[] {
  return categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `${audits[id]!.title} ${audits[id]!.displayValue ?? ''}`.trim());
}

function print(name: string, verdict: Verdict, isPromised: boolean): void {
  const parts = CATEGORIES.map(category => {
    const score = Math.round(verdict.categories[category].score * 100);
    const bar = BARS[category];
    return `${category} ${score}${isPromised ? ` (bar ${bar}: ${score >= bar ? 'met' : 'MISSED'})` : ''}`;
  });
  process.stdout.write(`  ${name.padEnd(12)}${parts.join('; ')}\n`);
  for (const category of CATEGORIES)
    for (const complaint of complaintsOf(verdict, category))
      process.stdout.write(`    ${category}: ${complaint}\n`);
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise(resolve =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    }),
  );
}

installPeers('lighthouse');
const { default: judge } = (await import(peer('core/index.js'))) as { default: Lighthouse };
const { default: desktop } = (await import(peer('core/config/desktop-config.js'))) as { default: object };
const FORMS = { desktop, phone: undefined } as const;

const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'));
const port = await freePort();
const demo = await startDemo(folder);
// The tracing of this Chromium ends a page that names a referrer policy, so Lighthouse would see nothing.
const door = await forward(demo.address, 'referrer-policy');
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
try {
  for (const [form, config] of Object.entries(FORMS)) {
    process.stdout.write(`  as on a ${form}, the middle of ${runs}:\n`);
    for (const [name, path] of Object.entries(PAGES)) {
      const verdicts: Verdict[] = [];
      for (let run = 0; run < runs; run++) {
        const flags = {
          port,
          logLevel: 'error',
          onlyCategories: CATEGORIES,
          extraHeaders: { cookie: demo.cookie },
        };
        const result = await judge(door.address + path, flags, config);
        if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message);
        verdicts.push(result.lhr);
      }
      const verdict = middle(verdicts);
      print(name, verdict, form === 'desktop');
      if (form !== 'desktop' || name !== 'home') continue;
      const kilobytes = scriptKilobytes(verdict);
      process.stdout.write(
        `    JavaScript of the first page ${kilobytes.toFixed(0)} KB (bar ${SCRIPT_BAR}: ${kilobytes <= SCRIPT_BAR ? 'met' : 'MISSED'})\n`,
      );
    }
  }
} finally {
  await browser.close();
  door.close();
  await demo.stop();
  rmSync(folder, { recursive: true, force: true });
}
