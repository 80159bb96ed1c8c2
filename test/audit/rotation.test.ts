import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/server/platform/audit/canonicalJson.ts';
import { signCheckpoint } from '../../src/server/platform/audit/checkpoint/checkpoint.ts';
import { signRotation } from '../../src/server/platform/audit/checkpoint/rotation.ts';
import { makeSigningKey, type SigningKey } from '../../src/server/platform/audit/checkpoint/signingKey.ts';
import { writeCheckpoint } from '../../src/server/platform/audit/checkpoint/writeCheckpoint.ts';
import { exportAudit } from '../../src/server/platform/audit/export/exportAudit.ts';
import { type FoundOutside, readOutside } from '../../src/verifier/readOutside.ts';
import type { ExportReport } from '../../src/verifier/report.ts';
import { type VerifyOptions, verifyExport } from '../../src/verifier/verifyExport.ts';
import { type AuditLog, makeAuditLog } from '../harness/auditLog.ts';
import { naiveRoot } from '../harness/naiveTree.ts';
import { madeUp, makeAgain, putTogether, type Taken, takeApart, withLeaf } from './forge.ts';

let log: AuditLog;
/** The first key was replaced at 30 entries, the second at 61; the third signs now. */
let first: SigningKey;
let second: SigningKey;
let evil: SigningKey;
let text: string;
let taken: Taken;
let outside: FoundOutside;

beforeAll(async () => {
  log = await makeAuditLog();
  await log.grow(30);
  first = await log.rotate();
  await log.grow(30);
  second = await log.rotate();
  await log.grow(20);
  text = await log.export();
  taken = takeApart(text);
  outside = await readOutside(join(log.folder, 'checkpoints'));
  evil = await makeSigningKey(join(log.folder, 'evil.key'), log.key.origin);
});
afterAll(() => log.close());

const verify = (export_: string, options?: VerifyOptions): Promise<ExportReport> =>
  verifyExport(
    (async function* () {
      yield Buffer.from(export_);
    })(),
    options,
  );

const stateAt = (size: number, entries = taken.entries) => ({
  size,
  root: naiveRoot(entries.slice(0, size).map(({ hash }) => Buffer.from(hash, 'base64url'))),
});

/** The export with another header. */
const withHeader = (changes: object, lines = taken.lines): string =>
  putTogether(lines.with(0, canonicalJson({ ...JSON.parse(lines[0]!), ...changes })));

const rotationsOf = (): string[] => JSON.parse(taken.lines[0]!).rotations;

describe('a log that was handed over twice', () => {
  test('is followed from any of its keys, whole or in part, and has no fault', async () => {
    const selection = await Array.fromAsync(
      exportAudit(log.db, { format: 'jsonl', key: log.key, incidentId: 'incident-4' }),
    );
    expect(outside.publicKey?.trim()).toBe(first.publicKey);
    const trusted: VerifyOptions[] = [
      {},
      outside,
      { checkpoints: outside.checkpoints, publicKey: first.publicKey },
      ...[first, second, log.key].map(({ publicKey }) => ({ publicKey })),
    ];
    for (const options of trusted) {
      const report = await verify(text, options);
      expect(report).toMatchObject({ entries: 82, firstBad: undefined, faultCount: 0 });
      expect(report.keys.map(({ text: key, from }) => [key, from])).toEqual([
        [first.publicKey, 0],
        [second.publicKey, 30],
        [log.key.publicKey, 61],
      ]);
      expect((await verify(selection.join(''), options)).faultCount).toBe(0);
    }
    expect((await verify(text, outside)).proven).toEqual({ inside: 82, outside: 62 });
  });

  test('says so itself, in an entry that nobody can erase', () => {
    const recorded = taken.entries.filter(({ leaf }) => leaf.operation === 'audit.rotateKey');
    expect(recorded.map(({ index, leaf }) => [index, leaf.subject])).toEqual([
      [30, { kind: 'audit_key', id: second.publicKey }],
      [61, { kind: 'audit_key', id: log.key.publicKey }],
    ]);
  });

  test('is signed no more by a key that was replaced', async () => {
    for (const key of [first, second])
      await expect(writeCheckpoint(log.db, { key, folder: log.checkpoints })).rejects.toThrow('was replaced');
  });
});

describe('a forged rotation', () => {
  /** What somebody makes up, and from which of the log's keys an auditor starts. */
  const FORGERIES: Record<string, (at: number) => { text: string; options: () => VerifyOptions }> = {
    'to a key that the older one never signed': at => {
      const recorded = withLeaf(taken.entries[at]!, {
        ...taken.entries[at]!.leaf,
        operation: 'audit.rotateKey',
        subject: { kind: 'audit_key', id: evil.publicKey },
      });
      const entries = taken.entries.slice(0, 30).with(at, recorded);
      const { note } = signRotation(stateAt(at, entries), { ...evil, publicKey: first.publicKey }, evil);
      const [header, ...lines] = makeAgain(entries, evil).trimEnd().split('\n');
      return {
        text: withHeader({ rotations: [note] }, [header!, ...lines]),
        options: () => ({ publicKey: first.publicKey }),
      };
    },
    'from a key that the newer one never followed': at => {
      const { note } = signRotation(stateAt(at), evil, { ...evil, publicKey: first.publicKey });
      const entries = taken.entries.slice(0, 30);
      return {
        text: withHeader({ rotations: [note] }, makeAgain(entries, evil).trimEnd().split('\n')),
        options: () => ({ publicKey: first.publicKey }),
      };
    },
    'by a stolen older key, on entries that were made up': at => {
      const entries = [...taken.entries.slice(0, at), ...taken.entries.slice(at).map(madeUp)];
      const { note } = signRotation(stateAt(at, entries), first, evil);
      return {
        text: withHeader({ rotations: [note] }, makeAgain(entries, evil).trimEnd().split('\n')),
        options: () => outside,
      };
    },
    'by a stolen older key, beside the true one': at => ({
      text: withHeader({ rotations: [...rotationsOf(), signRotation(stateAt(at), first, evil).note] }),
      options: () => ({ publicKey: first.publicKey }),
    }),
    'moved to another size': at => ({
      text: withHeader({
        rotations: [rotationsOf()[0]!.replace('\n30\n', `\n${at + 31}\n`), rotationsOf()[1]!],
      }),
      options: () => ({ publicKey: first.publicKey }),
    }),
    'left out': () => ({
      text: withHeader({ rotations: rotationsOf().slice(0, 1) }),
      options: () => ({ publicKey: first.publicKey }),
    }),
    'that the log does not record': at => {
      const { note } = signRotation(stateAt(62 + (at % 20)), log.key, evil);
      return {
        text: withHeader({
          rotations: [...rotationsOf(), note],
          publicKey: evil.publicKey,
          checkpoint: signCheckpoint(stateAt(82), evil),
        }),
        options: () => outside,
      };
    },
    'undone: a replaced key signs again': () => ({
      text: withHeader({ checkpoint: signCheckpoint(stateAt(82), second) }),
      options: () => outside,
    }),
  };

  test.each(Object.entries(FORGERIES))('is found: %s', async (_name, forge) => {
    for (let seed = 1; seed <= 20; seed++) {
      const [at] = fc.sample(fc.integer({ min: 1, max: 29 }), { seed, numRuns: 1 });
      const { text: forged, options } = forge(at!);
      const { faults } = await verify(forged, options());
      expect(
        faults.map(({ kind }) => kind),
        `seed ${seed}`,
      ).toSatisfy((kinds: string[]) => kinds.includes('forged key') || kinds.includes('forged checkpoint'));
    }
  });
});
