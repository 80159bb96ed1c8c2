import { describe, expect, test } from 'vitest';
import { createPrefilter } from '../../core/redaction/prefilter.ts';
import { createRedactor } from '../../core/redaction/redactor.ts';
import { RULES } from '../../core/redaction/rules/index.ts';
import { redactLines } from './redactLines.ts';

const redactor = createRedactor({ tokenOf: () => 'aaaaaaaa' });
const prefilter = createPrefilter(RULES);
const keywords = [...new Set(RULES.flatMap(rule => rule.keywords))];

const UNITS = {
  'one letter': 'a',
  'one digit': '1',
  keywords: `${keywords.join(' ')} `,
  'keywords without spaces': keywords.join(''),
  assignments: 'password=',
  'header starts': 'eyJhbGciOiJIUzI1NiJ9.',
  'key frames': '-----BEGIN PRIVATE KEY-----',
  'nested quotes': '{\\"a\\":\\"',
  escapes: '%41\\u0041',
  addresses: 'a@b.c 10.0.0.1 ',
};

describe('a hostile line', () => {
  test.each(Object.entries(UNITS))('of %s costs in proportion to its length', async (_name, unit) => {
    await cost(unit, 60_000);
    const short = await cost(unit, 60_000);
    const long = await cost(unit, 480_000);
    expect(long).toBeLessThan(short * 8 * 4 + 200);
  });
});

/** Milliseconds of CPU time for one line of that length. */
async function cost(unit: string, length: number): Promise<number> {
  const line = Buffer.from(unit.repeat(Math.ceil(length / unit.length)));
  async function* chunks() {
    yield line;
  }
  const before = process.cpuUsage();
  await Array.fromAsync(redactLines(chunks(), { redactor, prefilter }));
  return process.cpuUsage(before).user / 1000;
}
