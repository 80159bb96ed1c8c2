import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyLine } from '../../../test/builders/redactionText.ts';
import { createPrefilter } from '../../core/redaction/prefilter.ts';
import { createRedactor } from '../../core/redaction/redactor.ts';
import { drawSample } from '../../core/redaction/rules/drawSample.ts';
import { RULES } from '../../core/redaction/rules/index.ts';
import { WINDOW } from './longLine.ts';
import { createRedactionReport } from './redactionReport.ts';
import { redactLines } from './redactLines.ts';
import type { PlacedReplacement } from './splicer.ts';
import { tokenKey } from './tokenKey.ts';

const tokenOf = tokenKey(new Uint8Array(32));
const redactor = createRedactor({ tokenOf });
const prefilter = createPrefilter(RULES);
const key = `ghp_${drawSample('A-Za-z0-9', 36)}`;
const token = redactor.text(key);

describe('redactLines', () => {
  test('gives what the engine gives for each line, wherever chunks end', async () => {
    const anyText = fc
      .tuple(fc.array(anyLine, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, end]) => lines.join(end));
    await fc.assert(
      fc.asyncProperty(
        anyText,
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
        async (text, sizes) => {
          const expected = text.replace(/[^\r\n]+/g, line => redactor.text(line));
          expect((await redacted(Buffer.from(text), sizes)).toString()).toBe(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('keeps every byte outside of what it replaces, valid UTF-8 or not', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe, 0x20]),
      Buffer.from(`é ${key} `),
      Buffer.from([0xc3, 0x0d, 0x0a, 0x80, 0x0a]),
    ]);
    const expected = Buffer.concat([
      Buffer.from([0xff, 0xfe, 0x20]),
      Buffer.from(`é ${token} `),
      Buffer.from([0xc3, 0x0d, 0x0a, 0x80, 0x0a]),
    ]);
    expect(await redacted(bytes)).toEqual(expected);
  });

  test('leaves bytes that hold nothing as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async bytes => {
        const ordinary = bytes.filter(byte => byte < 48 || byte > 127);
        expect(await redacted(Buffer.from(ordinary))).toEqual(Buffer.from(ordinary));
      }),
    );
  });

  test('finds a secret across the windows of a line of many megabytes', async () => {
    const filler = 'lorem ipsum '.repeat(WINDOW / 24);
    const places = [0, WINDOW - 60, WINDOW - 20, WINDOW - (1 << 15) - 20, 2 * WINDOW - 45];
    for (const place of places) {
      const before = filler.repeat(3).slice(0, place).replace(/\S$/, ' ');
      const text = `${before}${key} ${filler.repeat(3)}${key}`;
      const bytes = Buffer.from(`first\n${text}\nlast ${key}`);
      const result = (await redacted(bytes, [1 << 16])).toString();
      expect(
        result === `first\n${before}${token} ${filler.repeat(3)}${token}\nlast ${token}`,
        `at ${place}`,
      ).toBe(true);
    }
  });

  test('lets no line of a private key through, and no line of a certificate fall', async () => {
    const label = ['PRIVATE', 'KEY'].join(' ');
    const body = [1, 2, 3].map(seed => drawSample('A-Za-z0-9+/', 64, seed));
    const last = `${drawSample('A-Za-z0-9', 18)}==`;
    const block = (name: string) =>
      [`-----BEGIN ${name}-----`, ...body, last, `-----END ${name}-----`].join('\n');
    const secret = (await redacted(Buffer.from(`${block(`RSA ${label}`)}\nafter it\n`))).toString();
    for (const line of [...body, last]) expect(secret).not.toContain(line);
    expect(secret).toMatch(/^-----BEGIN.*-----\n(?:‹private-key:\w{8}›\n){4}-----END.*-----\nafter it\n$/);
    const open = `${block('CERTIFICATE')}\n`;
    expect((await redacted(Buffer.from(open))).toString()).toBe(open);
  });

  test('reports line, column, rule, kind and token, and never a value', async () => {
    const found: PlacedReplacement[] = [];
    const chunks: string[] = [];
    const report = createRedactionReport(text => chunks.push(text));
    const text = `one\ntwo é ${key}\n\npassword=Tr0ub4dor&3 ${key}\n`;
    await redacted(Buffer.from(text), [7], replacement => {
      found.push(replacement);
      report.add(replacement);
    });
    report.end();
    expect(found.map(({ line, column }) => [line, column])).toEqual([
      [2, 7],
      [4, 10],
      [4, 22],
    ]);
    const written = JSON.parse(chunks.join(''));
    expect(written.replacements).toHaveLength(3);
    expect(written.replacements[0]).toMatchObject({
      line: 2,
      rule: 'github-personal-token',
      kind: 'key',
      token,
    });
    expect(written.summary.replacements).toBe(3);
    expect(chunks.join('')).not.toContain('Tr0ub4dor');
  });
});

describe('tokens', () => {
  test('are the same under one key and others under another', () => {
    const other = tokenKey(new Uint8Array(32).fill(1));
    expect(tokenOf('key', 'v')).toBe(tokenOf('key', 'v'));
    expect(tokenOf('key', 'v')).not.toBe(other('key', 'v'));
    expect(tokenOf('key', 'v')).not.toBe(tokenOf('mail', 'v'));
    expect(tokenOf('key', 'v')).toMatch(/^[a-z2-7]{8}$/);
  });
});

/** Runs bytes through, in chunks of the sizes, over and over. */
async function redacted(
  bytes: Buffer,
  sizes: number[] = [],
  onReplacement: (replacement: PlacedReplacement) => void = () => {},
): Promise<Buffer> {
  async function* chunks() {
    for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
      const size = sizes.length === 0 ? bytes.length : sizes[turn % sizes.length]!;
      yield bytes.subarray(at, at + size);
      at += size;
    }
  }
  return Buffer.concat(await Array.fromAsync(redactLines(chunks(), { redactor, prefilter, onReplacement })));
}
