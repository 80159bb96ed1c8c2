import { describe, expect, test } from 'vitest';
import { auditEvent } from '../../../../../test/harness/auditLog.ts';
import { checkOcsf } from '../../../../../test/harness/checkOcsf.ts';
import type { AuditEvent } from '../event.ts';
import { sealEvent } from '../sealEvent.ts';
import type { StoredEntry } from './readEntries.ts';
import { toOcsf } from './toOcsf.ts';

const NOTHING = { actorName: null, ip: null, userAgent: null, input: null, before: null, after: null };

function stored(more: Partial<AuditEvent>): StoredEntry {
  const { leaf, openings } = sealEvent(auditEvent(1, more));
  return { index: 41, leaf, hash: Buffer.alloc(32), ...NOTHING, ...openings };
}

/** As it goes out: undefined fields are gone. */
const ocsf = (entry: StoredEntry) => JSON.parse(JSON.stringify(toOcsf(entry)));

const EVENTS: Record<string, [Partial<AuditEvent>, { class_uid: number; activity_id: number }]> = {
  'a creation': [{ before: null }, { class_uid: 6003, activity_id: 1 }],
  'an update': [{}, { class_uid: 6003, activity_id: 3 }],
  'a deletion': [{ after: null }, { class_uid: 6003, activity_id: 4 }],
  'a view': [
    { kind: 'view', before: null, after: null },
    { class_uid: 6003, activity_id: 2 },
  ],
  'an export': [
    { kind: 'export', subject: null },
    { class_uid: 6003, activity_id: 2 },
  ],
  'evidence read': [{ kind: 'evidence_read' }, { class_uid: 6003, activity_id: 2 }],
  'a sign-in': [
    { kind: 'sign_in', subject: null },
    { class_uid: 3002, activity_id: 1 },
  ],
  'a sign-in that failed': [
    { kind: 'sign_in', outcome: 'failure', actor: { kind: 'anonymous', id: null } },
    { class_uid: 3002, activity_id: 1 },
  ],
  'a sign-out': [
    { kind: 'sign_out', ip: null, userAgent: null },
    { class_uid: 3002, activity_id: 2 },
  ],
  'a job of ours': [
    { actor: { kind: 'system', id: null, name: 'Afterword' }, requestId: null, ip: null },
    { class_uid: 6003, activity_id: 3 },
  ],
  'a token from an odd address': [
    { actor: { kind: 'token', id: 't1' }, ip: 'unix socket' },
    { class_uid: 6003, activity_id: 3 },
  ],
};

describe('events for a SIEM', () => {
  test.each(Object.entries(EVENTS))('are what the published schema says: %s', (_name, [more, expected]) => {
    const event = ocsf(stored(more));
    expect(checkOcsf(event)).toEqual([]);
    expect(event).toMatchObject({ ...expected, status_id: more.outcome === 'failure' ? 2 : 1 });
  });

  test('stay what they are when their values were erased', () => {
    const entry = { ...stored({ before: null }), ...NOTHING };
    const event = ocsf(entry);
    expect(checkOcsf(event)).toEqual([]);
    expect(event).toMatchObject({ activity_id: 1, metadata: { sequence: 41 } });
    expect(JSON.stringify(event)).not.toContain('Zoë');
  });

  test('are told from events that are not', () => {
    const event = ocsf(stored({}));
    expect(checkOcsf({ ...event, severity_id: 77 })).not.toEqual([]);
    expect(checkOcsf({ ...event, actor: {} })).not.toEqual([]);
    expect(checkOcsf({ ...event, time: 'noon' })).not.toEqual([]);
    expect(checkOcsf({ ...event, surprise: 1 })).not.toEqual([]);
  });
});
