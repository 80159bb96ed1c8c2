import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINE_CONTEXT } from '../../../../test/harness/readLine.ts';
import { TEXT_READERS } from '../text.ts';
import { CLUSTER_FAMILIES } from './families/cluster.ts';
import { GATEWAY_FAMILIES } from './families/gateway.ts';
import { JAVA_FAMILIES } from './families/java.ts';

/** Parts of real lines, to be put together anew. */
const PIECES = [...CLUSTER_FAMILIES, ...GATEWAY_FAMILIES, ...JAVA_FAMILIES]
  .flatMap(family => family.examples)
  .concat(
    '<34>1 2003-10-11T22:14:15.003Z web-3 su - ID47 [a@1 b="c"] x',
    '{"log":"a\\n","time":"2023-02-11T08:14:09Z"}',
    'level=info msg="a b"',
  )
  .flatMap(line => line.split(/(?<=[ "[{:])/));

test('no reader throws on any text, and none takes a line for a batch of nothing', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })), {
        maxLength: 30,
      })
      .map(parts => parts.join('')),
    fc.json(),
  );
  fc.assert(
    fc.property(line, text => {
      for (const reader of TEXT_READERS) {
        const read = reader.read(text, LINE_CONTEXT);
        reader.continues?.(text);
        reader.unwrap?.(text);
        if (read === undefined) continue;
        expect(typeof [read].flat()[0]!.body).toBe('string');
      }
    }),
    { numRuns: 2000 },
  );
});

test('very long lines are read in time that grows with their length only', () => {
  const pieces = [
    'a',
    ' ',
    '"',
    '\\"',
    '[',
    '(',
    '{"a":',
    'a=b ',
    '2023-01-30 ',
    '- ',
    '1',
    ': ',
    'trace_id ',
    '<34>',
    '\t',
  ];
  const started = performance.now();
  for (const piece of pieces) {
    const hostile = piece.repeat(Math.ceil(200_000 / piece.length));
    for (const start of [
      '',
      '2023-02-11 08:14:09 ',
      '{"msg":"',
      'Feb 11 08:14:09 web-3 ',
      '10.2.0.17 - - [11/Feb/2023:08:14:09 +0000] "',
    ]) {
      for (const reader of TEXT_READERS) {
        reader.read(start + hostile, LINE_CONTEXT);
        reader.continues?.(start + hostile);
      }
    }
  }
  expect(performance.now() - started).toBeLessThan(20_000);
});
