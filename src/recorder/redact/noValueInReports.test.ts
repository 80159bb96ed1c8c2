import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SECRET_CONTEXTS } from '../../../test/builders/secretContexts.ts';
import { createPrefilter } from '../../core/redaction/prefilter.ts';
import { createRedactor } from '../../core/redaction/redactor.ts';
import type { Replacement } from '../../core/redaction/rule.ts';
import { RULES } from '../../core/redaction/rules/index.ts';
import { createRedactionReport } from './redactionReport.ts';
import { redactLines } from './redactLines.ts';
import { tokenKey } from './tokenKey.ts';

const tokenOf = tokenKey(new Uint8Array(32).fill(7));
const drawn = fc
  .stringMatching(/^[A-Za-z0-9]{24,48}$/)
  .filter(text => /\d/.test(text) && new Set(text).size > 12 && !/(.)\1{5}/.test(text));
const inContext = fc
  .tuple(fc.constantFrom(...SECRET_CONTEXTS), fc.constantFrom('acme', 'billing'), drawn)
  .map(([context, name, secret]) => ({ text: context(name, secret), secret }));

test('no report of a stream holds a value that it replaced', async () => {
  await fc.assert(
    fc.asyncProperty(inContext, async ({ text, secret }) => {
      const written: string[] = [];
      const report = createRedactionReport(chunk => written.push(chunk));
      const redactor = createRedactor({ tokenOf });
      const lines = redactLines(chunksOf(text), {
        redactor,
        prefilter: createPrefilter(RULES),
        onReplacement: replacement => report.add(replacement),
      });
      for await (const _ of lines);
      report.end();
      expect(written.join('')).not.toContain(secret);
    }),
    { numRuns: 40 },
  );
});

test('no replacement of a field holds its value', () => {
  fc.assert(
    fc.property(inContext, ({ text, secret }) => {
      const told: Replacement[] = [];
      const redactor = createRedactor({ tokenOf, onReplacement: replacement => told.push(replacement) });
      const redacted = redactor.attributes({ message: text, token: secret });
      expect(told.length).toBeGreaterThan(0);
      expect(JSON.stringify([told, redacted])).not.toContain(secret);
    }),
    { numRuns: 100 },
  );
});

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
