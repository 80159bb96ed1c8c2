import { createColumns, type EventColumns } from '../../src/core/chart/eventColumns.ts';

const HOURS = 2;
const START = Date.UTC(2023, 0, 30, 11) * 1000;
const SERVICES = 24;
const SOURCES = 3;

/** Events as an incident has them: many services and sources, some of them in bursts, a few errors, spans with a length. */
export function someEvents(count: number): EventColumns {
  const lanes = Array.from({ length: SERVICES * SOURCES }, (_, lane) => ({
    service: `service-${Math.floor(lane / SOURCES)}`,
    source: `pod-${lane}.log`,
  }));
  const columns = createColumns(count, { lanes, uncertainties: [null, 1_200, 2_400, 60_000], omitted: 0 });
  const random = createRandom(7);
  const span = HOURS * 3600e6;
  const times = Float64Array.from({ length: count }, (_, place) => {
    const burst = place % 5 === 0 ? Math.floor(random() * 40) / 40 : random();
    return START + Math.floor(span * (burst + (place % 5 === 0 ? random() / 2_000 : 0)) * 0.999);
  }).sort();
  columns.at.set(times);
  for (let place = 0; place < count; place++) {
    columns.number[place] = place;
    columns.lane[place] = Math.floor(random() ** 2 * lanes.length);
    columns.level[place] = random() < 0.03 ? 4 : random() < 0.1 ? 3 : 2;
    columns.kind[place] = random() < 0.4 ? 1 : 0;
    columns.durationUs[place] = columns.kind[place] === 1 ? Math.floor(random() ** 4 * 2e6) : 0;
    columns.doubt[place] = columns.lane[place]! % 4;
  }
  return columns;
}

/** Numbers from 0 to 1, the same each time. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
