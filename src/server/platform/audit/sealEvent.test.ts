import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalForm } from '../../../verifier/canonicalForm.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { AuditEvent } from './event.ts';
import { sealEvent } from './sealEvent.ts';

const EVENT: AuditEvent = {
  operation: 'incidents.declare',
  kind: 'change',
  actor: { kind: 'person', id: 'p1', name: 'Zoë Müller' },
  subject: { kind: 'incident', id: 'i1' },
  at: '2026-03-02T10:00:00.000Z',
  requestId: 'r1',
  ip: '192.0.2.7',
  input: { title: 'Checkout down' },
  after: { title: 'Checkout down', secondsLost: 1e21 },
};

describe('canonical JSON', () => {
  test('is that of RFC 8785', () => {
    // The sample of its section 3.2.2, and the order of keys of 3.2.3.
    const numbers = JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0]');
    expect(canonicalJson(numbers)).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]');
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const text = canonicalJson(Object.fromEntries(keys.map(key => [key, key])));
    expect(text).toBe(`{${sorted.map(key => `${JSON.stringify(key)}:${JSON.stringify(key)}`).join(',')}}`);
  });

  test('is the same text for the writer and for the verifier, and parses back', () =>
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), value => {
        const text = canonicalJson(value);
        expect(canonicalForm(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));

  test('takes what JSON does not know as JSON.stringify does', () => {
    const value = { b: undefined, a: new Date(0), c: [undefined, Number.NaN], d: 10n ** 20n };
    expect(canonicalJson(value)).toBe(
      '{"a":"1970-01-01T00:00:00.000Z","c":[null,null],"d":"100000000000000000000"}',
    );
    expect(canonicalJson(undefined)).toBe('null');
  });
});

describe('a sealed event', () => {
  test('has no personal value in its leaf, and an opening for each commitment', () => {
    const { leaf, openings } = sealEvent(EVENT);
    for (const value of ['Zoë', '192.0.2.7', 'Checkout', 'secondsLost']) expect(leaf).not.toContain(value);
    const { commitments } = JSON.parse(leaf) as { commitments: Record<string, string> };
    expect(Object.keys(commitments).sort()).toEqual(['actorName', 'after', 'input', 'ip']);
    expect(Object.keys(openings).sort()).toEqual(['actorName', 'after', 'input', 'ip']);
    for (const [field, opening] of Object.entries(openings))
      expect(commitments[field]).toBe(createHash('sha256').update(opening).digest('base64url'));
  });

  test('commits to equal values in unequal ways', () => {
    expect(sealEvent(EVENT).openings.ip).not.toBe(sealEvent(EVENT).openings.ip);
  });

  test('keeps strings that no database would, byte for byte', () => {
    const input = { text: 'a\u0000b\ud800c\u2028' };
    const opening = sealEvent({ ...EVENT, input }).openings.input!;
    expect(opening).toMatch(/^[^\u0000]*$/);
    expect(JSON.parse(opening).value).toEqual(input);
  });

  test('refuses ids that are not plain', () => {
    for (const id of ['', 'Zoë', 'a\u0000b', 'x'.repeat(201)])
      expect(() => sealEvent({ ...EVENT, subject: { kind: 'incident', id } })).toThrow(TypeError);
  });
});
