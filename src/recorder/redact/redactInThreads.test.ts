import { expect, test } from 'vitest';
import { createPrefilter } from '../../core/redaction/prefilter.ts';
import { createRedactor } from '../../core/redaction/redactor.ts';
import { drawSample } from '../../core/redaction/rules/drawSample.ts';
import { RULES } from '../../core/redaction/rules/index.ts';
import { redactInThreads } from './redactInThreads.ts';
import { redactLines } from './redactLines.ts';
import type { PlacedReplacement } from './splicer.ts';
import { tokenKey } from './tokenKey.ts';

const key = new Uint8Array(32);
const MB = 1 << 20;
const FILLER = 'an ordinary line of which nothing is to be said\n';
const KEY_BLOCK = [
  '-----BEGIN PRIVATE KEY-----',
  ...Array.from({ length: 12 }, () => drawSample('A-Za-z0-9', 64)),
  `${drawSample('A-Za-z0-9', 18)}==`,
  '-----END PRIVATE KEY-----\n',
].join('\n');

test('gives and tells what one thread does, wherever a key is cut between blocks', async () => {
  const before = FILLER.repeat(MB / FILLER.length - 4);
  await compare([before, KEY_BLOCK, before, 'client=203.0.113.9\n', KEY_BLOCK, FILLER, 'from 10.20.30.40']);
});

test('gives the same behind a line that is too long for a block', async () => {
  const long = `${'lorem ipsum '.repeat(1.6 * MB)} 203.0.113.7\n`;
  await compare([FILLER.repeat(MB / 40), KEY_BLOCK.slice(0, 300), long, KEY_BLOCK, 'client=203.0.113.9\n']);
});

test('gives nothing for nothing', async () => {
  expect((await inThreads([])).text).toBe('');
});

async function compare(parts: readonly string[]): Promise<void> {
  const [threaded, alone] = [await inThreads(parts), await inOne(parts)];
  expect(threaded.text === alone.text).toBe(true);
  expect(threaded.told).toEqual(alone.told);
  expect(alone.told.length).toBeGreaterThan(1);
}

async function inThreads(parts: readonly string[]) {
  const told: PlacedReplacement[] = [];
  const options = { key, onReplacement: (found: PlacedReplacement) => void told.push(found) };
  return { text: await textOf(redactInThreads(chunksOf(parts), options)), told };
}

async function inOne(parts: readonly string[]) {
  const told: PlacedReplacement[] = [];
  const options = {
    redactor: createRedactor({ tokenOf: tokenKey(key) }),
    prefilter: createPrefilter(RULES),
    onReplacement: (found: PlacedReplacement) => void told.push(found),
  };
  return { text: await textOf(redactLines(chunksOf(parts), options)), told };
}

async function* chunksOf(parts: readonly string[]): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(parts.join(''));
  for (let at = 0; at < bytes.length; at += 1 << 17) yield bytes.subarray(at, at + (1 << 17));
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(chunks)).toString();
}
