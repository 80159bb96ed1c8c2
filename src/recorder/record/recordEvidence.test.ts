import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mountSmallDisk } from '../../../test/harness/smallDisk.ts';
import { checkManifest } from '../freeze/manifest.ts';
import { NothingToRead } from '../ingest/nothingToRead.ts';
import { findFiles } from '../inputs/findFiles.ts';
import { sha256Of } from '../inputs/sha256Of.ts';
import { StorageUnavailable } from '../objects/objectStore.ts';
import { STAGES } from '../progress.ts';
import { distinctNames, EvidenceChanged, type EvidenceSource } from './receiveOriginals.ts';
import { type EvidenceRequest, recordEvidence } from './recordEvidence.ts';
import type { RecordingProgress } from './recordingProgress.ts';

const EXAMPLE = fileURLToPath(new URL('../../../examples/train-ticket/evidence', import.meta.url));
const key = Buffer.alloc(32, 7);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'record-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function sourcesOf(path: string): Promise<EvidenceSource[]> {
  return Promise.all(
    findFiles([path]).originals.map(async ({ path: name, location, bytes, modifiedMs }) => ({
      name,
      bytes,
      sha256: await sha256Of(location),
      sealedSha256: '0'.repeat(64),
      modifiedAt: new Date(modifiedMs),
      open: async () => createReadStream(location),
    })),
  );
}

const requestOf = (
  originals: readonly EvidenceSource[],
  change: Partial<EvidenceRequest> = {},
): EvidenceRequest => ({
  originals,
  workFolder: join(folder, 'work'),
  title: 'Searches took seconds',
  window: {},
  zone: undefined,
  key,
  tokenKey: Buffer.alloc(32, 9),
  collector: { by: 'ada', host: 'h', version: 'test', now: new Date('2026-06-01T12:00:00Z') },
  onProgress: () => undefined,
  signal: new AbortController().signal,
  ...change,
});

/** Evidence from a few lines of text. */
async function logOf(lines: string): Promise<EvidenceSource[]> {
  await writeFile(join(folder, 'app.log'), lines);
  return sourcesOf(join(folder, 'app.log'));
}

describe('recording the example', () => {
  test('gives the draft and its files, says how far it is, and leaves the loop of this process free', async () => {
    const told: RecordingProgress[] = [];
    let longest = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    const request = requestOf(await sourcesOf(EXAMPLE), { onProgress: progress => told.push(progress) });
    const { bundle, files } = await recordEvidence(request).finally(() => clearInterval(pulse));

    expect(bundle.suspects[0]).toMatchObject({ rank: 1, service: 'ts-basic-service' });
    expect(bundle.coverage.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
    expect(bundle.evidence.every(({ state }) => state === 'sealed')).toBe(true);

    expect(files.map(({ path }) => path).sort()).toEqual([
      'bundle.json',
      'evidence/manifest.jsonl',
      'evidence/records.parquet',
      'evidence/redactions.parquet',
    ]);
    for (const { location, sha256 } of files) expect(await sha256Of(location)).toBe(sha256);
    const manifest = files.find(({ path }) => path.endsWith('.jsonl'))!;
    const checked = checkManifest(await readFile(manifest.location, 'utf8'), key);
    expect(checked).toMatchObject({ faults: [], seal: 'proved' });
    expect(await readdir(request.workFolder)).toEqual(['recording']);

    const stages = [...new Set(told.map(({ stage }) => stage))];
    expect(stages).toEqual(STAGES.filter(stage => stages.includes(stage)));
    expect(stages).toEqual(expect.arrayContaining(['receiving', 'reading', 'weighing suspects', 'drafting']));
    const shares = told.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(told.at(-1)!.secondsLeft).not.toBeNull();
    expect(longest).toBeLessThan(500);
  });

  test.each(['receiving', 'reading', 'weighing suspects'])(
    'ends at once when it is cancelled while %s',
    async stage => {
      const cancel = new AbortController();
      let cancelledAt = 0;
      const recording = recordEvidence(
        requestOf(await sourcesOf(EXAMPLE), {
          signal: cancel.signal,
          onProgress: progress => {
            if (progress.stage !== stage || cancelledAt > 0) return;
            cancelledAt = performance.now();
            cancel.abort(new Error('cancelled by ada'));
          },
        }),
      );
      await expect(recording).rejects.toThrow('cancelled by ada');
      expect(performance.now() - cancelledAt).toBeLessThan(2_000);
      expect(await readdir(join(folder, 'work'))).toEqual(['recording']);
    },
  );
});

describe('recording', () => {
  test('gives the same value the same token while the token key is the same, whatever else there is', async () => {
    const line = '2026-01-01T00:00:00Z ERROR login failed for ada.lovelace@example.com\n';
    const tokensIn = async (text: string, workFolder: string): Promise<string[]> => {
      const { files } = await recordEvidence(requestOf(await logOf(text), { workFolder }));
      const records = files.find(({ path }) => path === 'bundle.json')!;
      return [...new Set((await readFile(records.location, 'utf8')).match(/‹mail:[^›]*›|‹email:[^›]*›/g))];
    };
    const first = await tokensIn(line.repeat(3), join(folder, 'first'));
    const second = await tokensIn(
      `${line.repeat(3)}2026-01-01T00:00:05Z INFO more\n`,
      join(folder, 'second'),
    );
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
  });

  test('what nobody can read says so, with what was found instead', async () => {
    await writeFile(
      join(folder, 'picture.png'),
      Buffer.concat([Buffer.from('\x89PNG\r\n'), randomBytes(500)]),
    );
    const failure = await recordEvidence(requestOf(await sourcesOf(join(folder, 'picture.png')))).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(NothingToRead);
    expect((failure as NothingToRead).coverage).toMatchObject([{ path: 'picture.png' }]);
  });

  test('evidence that is not what was frozen is refused', async () => {
    const [source] = await logOf('2026-01-01T00:00:00Z INFO one\n');
    const changed = requestOf([{ ...source!, sha256: '0'.repeat(64) }]);
    await expect(recordEvidence(changed)).rejects.toThrow(EvidenceChanged);
  });

  test('evidence with names that are the same, empty or hostile is all read', async () => {
    const sources = await logOf('2026-01-01T00:00:00Z INFO one\n');
    const names = ['app.log', 'app.log', '', '../../etc/passwd', '/abs', 'a\u0000b\n'];
    const originals = await Promise.all(
      names.map(async (name, n) => {
        const path = join(folder, `part-${n}`);
        await writeFile(path, `2026-01-01T00:00:0${n}Z INFO line ${n}\n`);
        const [source] = await sourcesOf(path);
        return { ...source!, name };
      }),
    );
    const { bundle } = await recordEvidence(requestOf([...originals, ...sources]));
    expect(bundle.coverage.reduce((sum, { records }) => sum + records, 0)).toBe(7);
    expect(bundle.coverage.map(({ path }) => path)).toContain('app.log (2)');
  });

  test('a source that breaks off ends it with its own error, and nothing is left but empty folders', async () => {
    const [source] = await logOf('2026-01-01T00:00:00Z INFO one\n');
    const open = async () =>
      (async function* () {
        yield Buffer.from('2026');
        throw new Error('the store went away');
      })();
    await expect(recordEvidence(requestOf([{ ...source!, open }]))).rejects.toThrow('the store went away');
    expect(await readdir(join(folder, 'work'), { recursive: true })).toEqual(['recording']);
  });
});

test('names are told apart without losing any', () => {
  expect(distinctNames(['a', 'a', 'a (2)', 'a'])).toEqual(['a', 'a (2)', 'a (2) (2)', 'a (3)']);
});

const disk = mountSmallDisk(2);
disk?.remove();

test.skipIf(disk === undefined)('a full disk ends it with a plain reason', async () => {
  const small = mountSmallDisk(2)!;
  try {
    const line = (n: number): string => `2026-01-01T00:00:00.${n}Z INFO ${randomBytes(40).toString('hex')}\n`;
    const originals = await logOf(Array.from({ length: 30_000 }, (_, n) => line(n)).join(''));
    const recording = recordEvidence(requestOf(originals, { workFolder: join(small.folder, 'work') }));
    await expect(recording).rejects.toThrow(StorageUnavailable);
  } finally {
    small.remove();
  }
});
