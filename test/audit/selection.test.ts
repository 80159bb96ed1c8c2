import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/server/platform/audit/canonicalJson.ts';
import { signCheckpoint } from '../../src/server/platform/audit/checkpoint/checkpoint.ts';
import { exportAudit } from '../../src/server/platform/audit/export/exportAudit.ts';
import { treeOver } from '../../src/server/platform/audit/tree/openTree.ts';
import { type FoundOutside, readOutside } from '../../src/verifier/readOutside.ts';
import type { ExportReport } from '../../src/verifier/report.ts';
import { verifyExport } from '../../src/verifier/verifyExport.ts';
import { type AuditLog, makeAuditLog } from '../harness/auditLog.ts';
import { naiveRoot } from '../harness/naiveTree.ts';
import { madeUp, makeAgain, putTogether, type Taken, takeApart } from './forge.ts';

let log: AuditLog;
let outside: FoundOutside;
let text: string;
let taken: Taken;

const select = async (incidentId: string): Promise<string> =>
  (await Array.fromAsync(exportAudit(log.db, { format: 'jsonl', key: log.key, incidentId }))).join('');

const verify = (export_: string, options = {}): Promise<ExportReport> =>
  verifyExport(
    (async function* () {
      yield Buffer.from(export_);
    })(),
    options,
  );

beforeAll(async () => {
  log = await makeAuditLog();
  await log.grow(301);
  await log.checkpoint();
  await log.grow(60);
  outside = await readOutside(join(log.folder, 'checkpoints'));
  text = await select('incident-4');
  taken = takeApart(text);
});
afterAll(() => log.close());

describe('the entries of one incident', () => {
  test('are proven to stand in the log, and tied to what is outside', async () => {
    expect(taken.entries.map(({ index }) => index)).toEqual(
      Array.from({ length: 361 }, (_, index) => index).filter(index => index % 11 === 4),
    );
    expect(await verify(text, outside)).toMatchObject({
      isSelection: true,
      entries: taken.entries.length,
      proven: { inside: 361, outside: 301 },
      firstBad: undefined,
      faultCount: 0,
    });
    expect((await verify(await select('incident-99'), outside)).entries).toBe(0);
  });

  test('raise the alarm for whatever entry was changed, and name it', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(taken.entries.length - 1), async at => {
        const { index } = taken.entries[at]!;
        const line = taken.lines[taken.lineOf(at)]!;
        const changes = [
          line.replace('incidents.rename', 'incidents.remove'),
          JSON.stringify(madeUp(taken.entries[at]!)),
          line.replace(`"index":${index}`, `"index":${index + 1}`),
          line.replace(/"proof":\["/, '"proof":["A'),
        ];
        for (const changed of changes) {
          const { firstBad } = await verify(putTogether(taken.lines.with(taken.lineOf(at), changed)));
          expect([index, index + 1]).toContain(firstBad?.index);
        }
        const twice = putTogether(taken.lines.toSpliced(taken.lineOf(at), 0, line));
        expect((await verify(twice)).firstBad).toMatchObject({ index, kind: 'entry stands twice' });
      }),
      { numRuns: 20 },
    ));

  test('raise the alarm when the whole log was made again with the key', async () => {
    const whole = takeApart(await log.export());
    const forged = whole.entries.with(100, madeUp(whole.entries[100]!));
    const [header] = makeAgain(forged, log.key).split('\n', 1);
    const { checkpoint } = JSON.parse(header!);
    const withHeader = (changes: object): string =>
      putTogether(taken.lines.with(0, canonicalJson({ ...JSON.parse(taken.lines[0]!), ...changes })));
    const other = { index: 0, before: 301, kind: 'other history' };
    expect((await verify(withHeader({ checkpoint }), outside)).firstBad).toMatchObject(other);

    // The forger can prove that his log continues an earlier state of his own, but not of the one outside.
    const hashes = forged.map(({ hash }) => Buffer.from(hash, 'base64url'));
    const tree = treeOver(async (height, tile) =>
      height === 0
        ? Buffer.concat(hashes.slice(tile * 256, (tile + 1) * 256))
        : naiveRoot(hashes.slice(0, 256)),
    );
    const proof = (await tree.proveConsistency(301, 361)).map(hash => hash.toString('base64url'));
    const earlier = {
      checkpoint: signCheckpoint({ size: 301, root: await tree.rootAt(301) }, log.key),
      proof,
    };
    const { faults } = await verify(withHeader({ checkpoint, earlier }), outside);
    expect(faults).toContainEqual(expect.objectContaining(other));
    const unseen = await verify(withHeader({ checkpoint, earlier }));
    expect(unseen.faults).not.toContainEqual(expect.objectContaining(other));
  });
});
