/**
 * A whole server under a mixed load through its API, killed with all its processes at random moments: what of that it
 * acknowledged was lost, and how soon it was there again.
 *
 *     node bench/killing.ts [KILLS]
 */
import { killServer } from '../test/harness/killServer.ts';
import { median } from './processCost.ts';

const kills = Number(process.argv[2] ?? 200);
const report = await killServer({
  kills,
  workers: 8,
  atMost: 1_500,
  jobs: 1,
  onKill: kill => {
    if (kill % 20 === 0) process.stdout.write(`  ${kill} kills\n`);
  },
});
await report.remove();
const { acknowledged, lost, withoutObject, withoutEvent, outOfLog, readyAgain, surprises } = report;
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
const lines = {
  'acknowledged writes': acknowledged,
  'of them lost': lost.length,
  'rows without object': withoutObject.length,
  'rows without audit event': withoutEvent.length,
  'events out of the log': outOfLog,
  'answers that were no refusal': surprises.length,
  'ready again, median': seconds(median(readyAgain)),
  'ready again, slowest': seconds(Math.max(...readyAgain)),
};
for (const [name, value] of Object.entries(lines)) process.stdout.write(`  ${name.padEnd(30)} ${value}\n`);
for (const wrong of [...lost, ...withoutObject, ...withoutEvent]) process.stdout.write(`  wrong: ${wrong}\n`);
