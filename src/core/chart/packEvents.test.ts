import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createColumns } from './eventColumns.ts';
import { packEvents } from './packEvents.ts';
import { unpackEvents } from './unpackEvents.ts';
import { createVarintReader, writeVarints } from './varints.ts';

const event = fc.record({
  step: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 2 ** 44 })),
  skip: fc.integer({ min: 0, max: 1_000 }),
  lane: fc.integer({ min: 0, max: 65_534 }),
  kind: fc.integer({ min: 0, max: 7 }),
  level: fc.integer({ min: 0, max: 6 }),
  durationUs: fc.integer({ min: 0, max: 2 ** 24 }),
  doubt: fc.integer({ min: 0, max: 65_534 }),
});

test('columns come back as they were', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), fc.nat(), (events, omitted) => {
      const lanes = [{ source: 'a\n‹x›', service: '' }];
      const columns = createColumns(events.length, { lanes, uncertainties: [null, 250, 1.5e6], omitted });
      let [at, number] = [1_675_080_000_000_000, 7];
      for (const [place, { step, skip, ...rest }] of events.entries()) {
        columns.at[place] = at += step;
        columns.number[place] = number += skip;
        for (const [name, value] of Object.entries(rest)) columns[name as keyof typeof rest][place] = value;
      }
      const reading = unpackEvents(packEvents(columns));
      let step = reading.next();
      while (!step.done) step = reading.next();
      expect(step.value).toEqual(columns);
    }),
  );
});

test('integers of any size come back, small ones from a byte each', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeNat()), values => {
      const bytes = writeVarints(values.length, place => values[place]!);
      const read = createVarintReader(bytes);
      expect(values.map(() => read())).toEqual(values);
    }),
  );
  expect(writeVarints(100, place => place).length).toBe(100);
});

test('bytes of something else are refused', () => {
  const head = new TextEncoder().encode('{"format":"other"}');
  const bytes = new Uint8Array([head.length, 0, 0, 0, ...head]);
  expect(() => unpackEvents(bytes).next()).toThrow('unknown format');
});
