import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyLine } from '../../../test/builders/redactionText.ts';
import { createRedactor } from './redactor.ts';
import type { TokenOf } from './rule.ts';
import { drawSample } from './rules/drawSample.ts';
import { spliced } from './spliced.ts';

/** A stand-in for the keyed hash: base32 of a plain one. */
const tokenOf: TokenOf = (kind, value) => {
  let hash = 7;
  for (const character of kind + value) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) >>> 0;
  return Array.from(
    { length: 8 },
    (_, i) => 'abcdefghijklmnopqrstuvwxyz234567'[(hash >>> (i * 4)) & 31],
  ).join('');
};
const redactor = createRedactor({ tokenOf });
const githubToken = `ghp_${drawSample('A-Za-z0-9', 36)}`;
const awsKey = `AKIA${drawSample('A-Z2-7', 16)}`;
const TOKEN = /‹[a-z0-9-]+:[a-z2-7]{8}›/;

describe('text', () => {
  test('gets a token in place of a secret, and nothing else changes', () => {
    const text = `pushed with ${githubToken}, done`;
    expect(redactor.text(text)).toMatch(/^pushed with ‹key:[a-z2-7]{8}›, done$/);
  });

  test('gets the same token for the same value, wherever and however it stands', () => {
    const [plain] = redactor.replacements(`a ${githubToken} b`);
    const [assigned] = redactor.replacements(`token=${githubToken}`);
    const [encoded] = redactor.replacements(`blob ${btoa(githubToken)} end`);
    expect(assigned!.token).toBe(plain!.token);
    expect(encoded!.token).toBe(plain!.token);
    expect(encoded!.encoding).toBe('base64');
  });

  test('does not change a second time', () => {
    fc.assert(
      fc.property(anyLine, line => {
        const once = redactor.text(line);
        expect(redactor.text(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  test('changes only where a replacement says so', () => {
    fc.assert(
      fc.property(anyLine, line => {
        const found = redactor.replacements(line);
        expect(redactor.text(line)).toBe(spliced(line, found));
        found.reduce((last, { start, end }) => {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          return end;
        }, 0);
      }),
      { numRuns: 1000 },
    );
  });

  test('of telemetry stays: ids, digests, pods, versions, paths', () => {
    const lines = [
      'trace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7',
      'commit 9b74c9897bac770ffc029102a200c5de3f1a2b4c by build',
      'image registry.example/app@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      'pod checkout-7d9f8b6c5d-x2k4q ready',
      'PacketResponder 1 for block blk_38865049064139660 terminating',
      'request 29f63271-dc2f-4734-8221-5b31b5169bac took 14 ms',
      'key=orders:2024 partitionKey=shard-00017 cacheKey="user:profile:page"',
      'next_page_token=CAUQAA max_tokens=4096 tokens: 12345',
      'session opened, authentication failure; logname= uid=0 euid=0 tty=ssh',
    ];
    for (const line of lines) expect(redactor.text(line)).toBe(line);
  });
});

describe('encodings', () => {
  const encodings = [
    ['base64', btoa(`key=${awsKey};`)],
    [
      'base64',
      btoa(`{"password":"Tr0ub4dor&3"}`).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
    ],
    [
      'hex',
      Array.from(`token ${githubToken}`, character =>
        character.charCodeAt(0).toString(16).padStart(2, '0'),
      ).join(''),
    ],
    ['percent', Array.from(awsKey, character => `%${character.charCodeAt(0).toString(16)}`).join('')],
    ['json', awsKey.replace('A', '\\u0041')],
  ] as const;

  test.each(encodings)('%s is looked into, and the whole run goes', (encoding, run) => {
    const [found, ...others] = redactor.replacements(`value (${run}) end`);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ encoding, start: 7, end: 7 + run.length });
  });

  test('escapes in JSON are not cut in two', () => {
    const values = [
      'Mail:\nanna.holm@mail.example',
      'to ö.holm@mail.example',
      'see\tanna.holm@mail.example\n',
    ];
    for (const value of values) {
      const json = JSON.stringify({ n: 1, value }).replaceAll('ö', '\\u00f6');
      const { value: redacted } = JSON.parse(redactor.text(json));
      expect(redacted).toMatch(TOKEN);
      expect(redacted.replace(/[^\n\t]/g, '')).toBe(value.replace(/[^\n\t]/g, ''));
    }
  });

  test('JSON within JSON keeps its quotes', () => {
    const text = '{"body":"{\\"password\\":\\"Tr0ub4dor&3\\",\\"n\\":1}"}';
    const redacted = redactor.text(text);
    expect(JSON.parse(JSON.parse(redacted).body)).toEqual({ password: expect.stringMatching(TOKEN), n: 1 });
  });
});

describe('numbers in JSON', () => {
  test('become quoted tokens', () => {
    const redacted = redactor.text('{"card": 4111111111111111, "n": 2}');
    expect(JSON.parse(redacted)).toEqual({ card: expect.stringMatching(/^‹card:/), n: 2 });
  });

  test('within a string of JSON get its quotes', () => {
    const redacted = redactor.text('{"body":"{\\"card\\":4111111111111111}"}');
    expect(JSON.parse(JSON.parse(redacted).body).card).toMatch(/^‹card:/);
  });

  test('stay bare in other text', () => {
    expect(redactor.text('paid with 4111 1111 1111 1111 today')).toMatch(/^paid with ‹card:\w+› today$/);
  });
});

describe('attributes', () => {
  test('are judged by their names, at any depth', () => {
    const redacted = redactor.attributes({
      'http.method': 'GET',
      password: 'open sesame',
      request: { headers: { authorization: `Bearer ${drawSample('A-Za-z0-9', 40)}` } },
      apiKeys: [drawSample('A-Za-z0-9', 32), 'none'],
      pin_code: 12,
    });
    expect(redacted).toMatchObject({
      'http.method': 'GET',
      password: expect.stringMatching(/^‹password:/),
      request: { headers: { authorization: expect.stringMatching(TOKEN) } },
      apiKeys: [expect.stringMatching(/^‹secret:/), 'none'],
      pin_code: 12,
    });
  });

  test('called just a value are judged by the name beside or around them', () => {
    const pairs = [
      { name: 'DB_PASSWORD', value: 'open sesame' },
      {
        key: 'http.request.header.password',
        value: { arrayValue: { values: [{ stringValue: 'open sesame' }] } },
      },
      { password: { value: 'open sesame' } },
      { Key: 'team', Value: 'open sesame' },
    ];
    const { pairs: redacted } = redactor.attributes({ pairs });
    expect(JSON.stringify(redacted).match(/‹password:/g)).toHaveLength(3);
    expect(redacted).toMatchObject([{ name: 'DB_PASSWORD' }, {}, {}, pairs[3]]);
  });

  test('numbers that are replaced become text', () => {
    expect(redactor.attributes({ card: 4111111111111111 })).toEqual({
      card: expect.stringMatching(/^‹card:/),
    });
  });

  test('placeholders and telemetry stay', () => {
    const attributes = {
      password: '$DB_PASSWORD',
      token_type: 'bearer',
      trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
    };
    expect(redactor.attributes(attributes)).toEqual(attributes);
  });
});
