import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditLog, auditEvent, makeAuditLog } from '../../../../test/harness/auditLog.ts';
import { verifyExport } from '../../../verifier/verifyExport.ts';
import { recordEvents } from './recordEvents.ts';

let log: AuditLog;
beforeAll(async () => {
  log = await makeAuditLog();
});
afterAll(() => log.close());

test('events that are recorded together stand in the log in their order, each provable and with its values', async () => {
  const events = Array.from({ length: 200 }, (_, n) =>
    auditEvent(n, n % 3 === 0 ? { ip: null, userAgent: null, before: undefined, input: null } : {}),
  );
  await log.db.transaction().execute(transaction => recordEvents(transaction, events));
  await log.grow(1);
  const text = await log.export();
  const report = await verifyExport(
    (async function* () {
      yield Buffer.from(text);
    })(),
  );
  expect(report).toMatchObject({ entries: 201, erased: 0, faultCount: 0 });
  const entries = text.split('\n').flatMap(line => (line.startsWith('{"hash"') ? [JSON.parse(line)] : []));
  expect(entries.slice(0, 200).map(({ leaf }) => leaf.requestId)).toEqual(
    events.map(({ requestId }) => requestId),
  );
  for (const [n, { openings }] of entries.slice(0, 200).entries()) {
    expect(openings.after.value).toEqual(events[n]!.after);
    expect(openings.input?.value).toEqual(events[n]!.input ?? undefined);
  }
});
