import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEVELS } from '../document/schema/words.ts';
import { createColumns } from './eventColumns.ts';
import { indexLanes } from './indexLanes.ts';

const LANES = 4;
const event = fc.record({
  step: fc.nat(50),
  lane: fc.nat(LANES - 1),
  kind: fc.nat(7),
  level: fc.nat(LEVELS.length - 1),
  durationUs: fc.nat(90),
});
const flags = (length: number) => fc.uint8Array({ minLength: length, maxLength: length, max: 1 });

test('each row holds what a filter lets through, in time', () => {
  const pass = fc.record({ lanes: flags(LANES), kinds: flags(8), levels: flags(LEVELS.length) });
  fc.assert(
    fc.property(fc.array(event), pass, fc.array(fc.nat(1), { minLength: LANES }), (events, table, rowOf) => {
      const columns = createColumns(events.length, { lanes: [], uncertainties: [null], omitted: 0 });
      let at = 1e15;
      for (const [place, { step, ...rest }] of events.entries()) {
        columns.at[place] = at += step;
        for (const [name, value] of Object.entries(rest)) columns[name as keyof typeof rest][place] = value;
      }
      const work = indexLanes(columns, { rows: 2, rowOf }, table);
      let step = work.next();
      while (!step.done) step = work.next();
      const index = step.value;
      for (const row of [0, 1]) {
        const expected = events
          .keys()
          .filter(place => rowOf[events[place]!.lane] === row)
          .filter(place => table.lanes[events[place]!.lane])
          .filter(place => table.kinds[events[place]!.kind] && table.levels[events[place]!.level])
          .toArray();
        const [start, end] = [index.starts[row], index.starts[row + 1]];
        expect([...index.order.subarray(start, end)]).toEqual(expected);
        expect([...index.times.subarray(start, end)]).toEqual(expected.map(place => columns.at[place]));
        expect(index.longest[row]).toBe(Math.max(0, ...expected.map(place => events[place]!.durationUs)));
      }
    }),
  );
});
