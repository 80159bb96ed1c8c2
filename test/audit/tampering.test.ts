import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  readOrMakeSigningKey,
  type SigningKey,
} from '../../src/server/platform/audit/checkpoint/signingKey.ts';
import { eraseFields } from '../../src/server/platform/audit/eraseFields.ts';
import { type FoundOutside, readOutside } from '../../src/verifier/readOutside.ts';
import type { ExportReport } from '../../src/verifier/report.ts';
import { type VerifyOptions, verifyExport } from '../../src/verifier/verifyExport.ts';
import { type AuditLog, makeAuditLog } from '../harness/auditLog.ts';
import { type Taken, takeApart } from './forge.ts';
import { EDITS, FORGERIES } from './tamperings.ts';

const SEEDS = 20;

let log: AuditLog;
let text: string;
let taken: Taken;
let outside: FoundOutside;
let otherKey: SigningKey;

beforeAll(async () => {
  log = await makeAuditLog();
  for (const events of [37, 1, 62, 33]) {
    await log.grow(events);
    await log.checkpoint();
  }
  await log.grow(4);
  await eraseFields(log.db, { actorId: 'person-3' }, ['actorName', 'ip']);
  text = await log.export();
  taken = takeApart(text);
  outside = await readOutside(join(log.folder, 'checkpoints'));
  otherKey = await readOrMakeSigningKey(join(log.folder, 'forged.key'));
});
afterAll(() => log.close());

const verify = (export_: string, options?: VerifyOptions): Promise<ExportReport> =>
  verifyExport(
    (async function* () {
      yield Buffer.from(export_);
    })(),
    options,
  );

/** Places that leave an entry on either side, before the last outside checkpoint; drawn by the seed. */
const placeOf = (seed: number): number =>
  fc.sample(fc.integer({ min: 1, max: 130 }), { seed, numRuns: 1 })[0]!;

describe('a log that nobody touched', () => {
  test('raises no alarm, with and without what is outside, values erased or not', async () => {
    expect(taken.entries).toHaveLength(137);
    for (const options of [{}, { publicKey: log.key.publicKey }, outside]) {
      const { firstBad, entries, erased, proven, faultCount } = await verify(text, options);
      expect({ firstBad, faultCount, entries, inside: proven.inside }).toEqual({
        firstBad: undefined,
        faultCount: 0,
        entries: 137,
        inside: 137,
      });
      expect(erased).toBe(2 * taken.entries.filter((_, index) => index % 7 === 3).length);
      expect(proven.outside).toBe(options === outside ? 133 : 0);
    }
  });

  test('raises none when leaf hashes outside were damaged: they fit no checkpoint', async () => {
    const damaged = async function* () {
      for await (const chunk of outside.leafHashes!()) yield Buffer.from(chunk).fill(7, 64, 96);
    };
    const { firstBad, proven } = await verify(text, { ...outside, leafHashes: damaged });
    expect(firstBad).toBeUndefined();
    expect(proven.outside).toBe(133);
  });

  test('raises none when it is empty', async () => {
    const empty = await makeAuditLog();
    try {
      expect((await verify(await empty.export())).firstBad).toBeUndefined();
    } finally {
      await empty.close();
    }
  });

  test('raises none however its bytes arrive', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), async length => {
        const bytes = Buffer.from(text);
        const chunks = (async function* () {
          for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
        })();
        expect((await verifyExport(chunks, outside)).firstBad).toBeUndefined();
      }),
      { numRuns: 20 },
    ));
});

describe('an export that was edited', () => {
  test.each(Object.entries(EDITS))('tells by itself: %s', async (_name, tamper) => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const scene = { ...taken, key: log.key, otherKey, at: placeOf(seed) };
      const { text: tampered, index, kind } = tamper(scene);
      expect((await verify(tampered)).firstBad, `seed ${seed}`).toMatchObject({ index, kind });
      // What is outside may give another reason, but never another entry.
      expect((await verify(tampered, outside)).firstBad, `seed ${seed}`).toMatchObject({ index });
    }
  });
});

describe('a log that was forged', () => {
  test.each(Object.entries(FORGERIES))('is told by what is outside: %s', async (_name, tamper) => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const scene = { ...taken, key: log.key, otherKey, at: placeOf(seed) };
      const { text: tampered, index, kind } = tamper(scene);
      const { firstBad } = await verify(tampered, outside);
      expect(firstBad, `seed ${seed}`).toMatchObject({ index, kind });
      expect(firstBad!.before).toBeUndefined();

      const { checkpoints, publicKey } = outside;
      const byCheckpoints = (await verify(tampered, { checkpoints, publicKey })).firstBad!;
      expect(byCheckpoints.index, `seed ${seed}`).toBeLessThanOrEqual(index);
      expect(byCheckpoints.before ?? byCheckpoints.index + 1).toBeGreaterThan(index);
    }
  });

  test('with the key is not noticed without anything from outside', async () => {
    const scene = { ...taken, key: log.key, otherKey, at: 60 };
    const { text: tampered } = FORGERIES['a chain hashed and signed again']!(scene);
    expect((await verify(tampered)).firstBad).toBeUndefined();
  });
});
