import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bundle, MomentKind } from '../../src/core/document/bundle.ts';
import { parseBundle } from '../../src/core/document/parseBundle.ts';
import type { Incident } from '../builders/incidents/incident.ts';
import { INCIDENTS } from '../builders/incidents/index.ts';
import { seeded } from '../builders/random.ts';
import { cli } from '../harness/cli.ts';

const SEEDS = [1, 7, 42, 1013];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incidents-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function drafted(incident: Incident, name: string): Promise<{ bundle: Bundle; markdown: string }> {
  const evidence = join(folder, name, 'evidence');
  const out = join(folder, name, 'draft');
  for (const [path, text] of Object.entries(incident.files)) {
    await mkdir(dirname(join(evidence, path)), { recursive: true });
    await writeFile(join(evidence, path), text);
  }
  const { exitCode, stderr } = await cli(['draft', evidence, '--out', out], { keyFile: join(folder, 'key') });
  expect(exitCode, stderr).toBe(0);
  const { bundle, misfits } = parseBundle(await readFile(join(out, 'bundle.json'), 'utf8'));
  expect(misfits).toEqual([]);
  return { bundle: bundle!, markdown: await readFile(join(out, 'postmortem.md'), 'utf8') };
}

/** How far from the truth a proposed turn may lie, in milliseconds: a request or a line may come late. */
const TOLERANCE = 15_000;

const timeOf = (bundle: Bundle, kind: MomentKind): number | undefined => {
  const moment = bundle.moments.find(one => one.kind === kind && one.confidence !== undefined);
  return moment && moment.at / 1000;
};

describe.each(Object.entries(INCIDENTS))('%s', (name, build) => {
  test.each(SEEDS)(
    'seed %i: the turns are where they were, and everything said is tied to evidence',
    async seed => {
      const incident = build(seed);
      const { bundle, markdown } = await drafted(incident, `${name}-${seed}`);
      const { truth } = incident;
      for (const [kind, at] of [
        ['impact-start', truth.impact],
        ['detection', truth.detection],
        ['mitigation', truth.mitigation],
        ['restore', truth.restore],
      ] as const)
        expect(Math.abs((timeOf(bundle, kind) ?? 0) - at), kind).toBeLessThanOrEqual(TOLERANCE);

      expect(bundle.hypotheses.map(({ statement }) => statement.text).join('\n')).toContain(truth.service);
      expect(bundle.summary.length).toBeGreaterThanOrEqual(3);
      expect(bundle.summary.length).toBeLessThanOrEqual(6);
      const said = [...bundle.summary, ...bundle.impact.sentences, ...bundle.unknowns];
      expect(said.filter(({ basis, cites }) => basis === 'evidence' && cites.length === 0)).toEqual([]);
      expect(bundle.impact.figures.filter(({ cites }) => cites.length === 0)).toEqual([]);

      const known = new Set(bundle.citations.map(({ id }) => id));
      const cited = [...markdown.matchAll(/\]\(#(e\d+)\)/g)].map(match => match[1]!);
      expect(cited.filter(id => !known.has(id) || !markdown.includes(`<a id="${id}"></a>`))).toEqual([]);
      expect(markdown).not.toMatch(/human error|should have|undefined|NaN|\[object/);
      expect(bundle.moments.filter(moment => moment.kept).length).toBeLessThanOrEqual(40);
      expect(bundle.actions.every(action => action.verification.length > 20)).toBe(true);
      expect(bundle.actions.length).toBeGreaterThanOrEqual(4);
      expect(bundle.actions.length).toBeLessThanOrEqual(8);
    },
  );
});

/** What stands around an incident in real folders: a busy worker's log, and a channel in which people talk of all things. */
function noise({ truth }: Incident, seed: number): Record<string, string> {
  const random = seeded(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const from = truth.impact - 3600_000;
  const lines = Array.from({ length: 20_000 }, (_, i) => {
    const at = new Date(from + i * 360).toISOString();
    return random() < 0.01
      ? `${at} WARN [worker-3] slow job ${i} retried`
      : `${at} INFO [worker-${i % 9}] job ${i} done in ${Math.floor(random() * 900)} ms`;
  });
  const talk = [
    'fixed the typo',
    'lunch?',
    'rolled back my local change',
    'nice',
    'restarted my laptop',
    'thanks',
  ];
  const messages = Array.from({ length: 300 }, (_, i) => ({
    type: 'message',
    user: 'U0ZZZZZZZ',
    text: pick(talk),
    ts: `${Math.floor(from / 1000) + i * 24}.000${100 + i}`,
  }));
  return { 'worker/worker.log': `${lines.join('\n')}\n`, 'chat/general.json': JSON.stringify(messages) };
}

test.each(Object.entries(INCIDENTS))('%s is found among noise and idle talk', async (name, build) => {
  const incident = build(77);
  const { bundle } = await drafted(
    { ...incident, files: { ...incident.files, ...noise(incident, 77) } },
    `${name}-noise`,
  );
  const { truth } = incident;
  for (const [kind, at] of [
    ['impact-start', truth.impact],
    ['detection', truth.detection],
    ['mitigation', truth.mitigation],
    ['restore', truth.restore],
  ] as const)
    expect(Math.abs((timeOf(bundle, kind) ?? 0) - at), kind).toBeLessThanOrEqual(TOLERANCE);
  const kept = bundle.moments.filter(moment => moment.kept);
  expect(kept.length).toBeLessThanOrEqual(40);
  expect(kept.filter(({ title }) => /typo|laptop|local change/.test(title))).toEqual([]);
});
