import type { Mark, NotedRecord, Observations, Run } from '../../src/core/timeline/observation.ts';
import { excerpt, MINUTE, SECOND, START } from './bundle.ts';

const BUCKETS = 60;

/** Observations of an hour in which nothing was seen, with what is given. */
export const observations = (given: Partial<Observations> = {}): Observations => ({
  grid: { from: START, step: MINUTE, buckets: BUCKETS },
  heard: new Array<boolean>(BUCKETS).fill(true),
  told: { from: START, to: START + BUCKETS * MINUTE },
  requests: [],
  logs: [],
  metrics: [],
  errors: [],
  topics: [],
  events: [],
  alerts: [],
  changes: [],
  messages: [],
  quiets: [],
  orphans: [],
  rootless: [],
  early: [],
  sampling: { logged: 0, traced: 0, rows: [] },
  overlaps: [],
  strays: { endBeforeStart: 0, outside: 0, withoutTime: 0, records: 0, apart: [] },
  ...given,
});

let row = 0;

/** A record so many seconds after START. */
export function noted(seconds: number, given: Partial<NotedRecord> = {}): NotedRecord {
  row += 1;
  const at = START + seconds * SECOND;
  return { ...excerpt({ at }), row, uncertaintyUs: null, ...given, at };
}

/** A mark so many seconds after START. */
export const mark = (seconds: number, given: Partial<Mark> = {}): Mark => {
  const { row: number, at, uncertaintyUs, source, service } = noted(seconds);
  return { row: number, at, uncertaintyUs, source, service, ...given };
};

/** A run of alike records from one second after START to another. */
export function run(name: string, from: number, to: number, given: Partial<Run> = {}): Run {
  const [first, last] = [mark(from), mark(to)];
  return {
    name,
    service: 'api',
    level: 'error',
    count: 3,
    first,
    last,
    example: name,
    rows: [first.row, last.row],
    query: '',
    ...given,
  };
}
