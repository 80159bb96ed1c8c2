/**
 * Redacts a file with one tool, in this process, and prints `{"bytes", "wallSeconds", "cpuSeconds"}`, warm, without start and
 * without reading the file:
 *
 *     node bench/child/redactWith.ts afterword|secretlint|redact-pii file output
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createPrefilter } from '../../src/core/redaction/prefilter.ts';
import { createRedactor } from '../../src/core/redaction/redactor.ts';
import { RULES } from '../../src/core/redaction/rules/index.ts';
import { redactLines } from '../../src/recorder/redact/redactLines.ts';
import { createTokenKey, tokenKey } from '../../src/recorder/redact/tokenKey.ts';

type Redact = (bytes: Buffer) => Promise<Uint8Array>;

const [tool = '', file = '', output = ''] = process.argv.slice(2);
const CHUNK = 1 << 16;

const TOOLS: Readonly<Record<string, () => Promise<Redact>>> = {
  async afterword() {
    const redactor = createRedactor({ tokenOf: tokenKey(createTokenKey()) });
    const prefilter = createPrefilter(RULES);
    return async bytes => {
      async function* chunks() {
        for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
      }
      return Buffer.concat(await Array.fromAsync(redactLines(chunks(), { redactor, prefilter })));
    };
  },
  async secretlint() {
    const { lintSource } = await load('@secretlint/core');
    const { creator } = await load('@secretlint/secretlint-rule-preset-recommend');
    const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
    return async bytes => {
      const content = bytes.toString();
      const source = { content, filePath: 'bench.log', ext: '.log', contentType: 'text' };
      const { messages } = await lintSource({ source, options: { config } });
      const ranges: [number, number][] = messages.map(
        (message: { range: [number, number] }) => message.range,
      );
      let redacted = '';
      let done = 0;
      for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
        if (start < done) continue;
        redacted += `${content.slice(done, start)}***`;
        done = end;
      }
      return Buffer.from(redacted + content.slice(done));
    };
  },
  async 'redact-pii'() {
    const { SyncRedactor } = await load('redact-pii');
    const redactor = new SyncRedactor();
    return async bytes => Buffer.from(redactor.redact(bytes.toString()));
  },
};

/** Peers are installed beside the benchmarks only: their types are not at hand. */
// biome-ignore lint/suspicious/noExplicitAny: see above
function load(name: string): Promise<any> {
  return import(name);
}

const redact = await TOOLS[tool]!();
const bytes = readFileSync(file);
await redact(bytes.subarray(0, bytes.length / 4));
const before = process.cpuUsage();
const started = performance.now();
writeFileSync(output, await redact(bytes));
const wallSeconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ bytes: bytes.length, wallSeconds, cpuSeconds: (user + system) / 1e6 }));
