import type pg from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SeenRequest } from '../http/observeRequests.ts';
import { readFigures } from './readFigures.ts';

/** What a server tells Prometheus. */
export interface Metrics {
  /** Counts a request that was answered. */
  observe(request: SeenRequest): void;
  /** All of it as text. */
  read(): Promise<{ text: string; contentType: string }>;
}

/** Seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Streams last as long as somebody listens: their durations would drown all others. */
const STREAMS = new Set(['events.follow']);

/**
 * Opens the metrics of one process: requests, connections, jobs, the audit log's queue, memory, lag of the event loop.
 * No label names a person, a token or an address, and none takes its values from what a caller sends.
 */
export function openMetrics(pool: pg.Pool): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'afterword_' });
  const requests = new Counter({
    name: 'afterword_requests_total',
    help: 'Requests by operation and status.',
    labelNames: ['operation', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'afterword_request_seconds',
    help: 'Time to the end of the answer, streams left out.',
    labelNames: ['operation'],
    buckets: BUCKETS,
    registers,
  });
  new Gauge({
    name: 'afterword_database_connections',
    help: 'Connections of the pool by state; waiting: requests that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  const jobs = new Gauge({
    name: 'afterword_jobs',
    help: 'Background jobs by state; parked: failed too often, see /jobs.',
    labelNames: ['state'],
    registers,
  });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const figures = {
    auditQueue: gauge('afterword_audit_queue', 'Audit events without a place in the log yet.'),
    auditSize: gauge('afterword_audit_entries', 'Entries of the audit log.'),
    databaseBytes: gauge('afterword_database_bytes', 'Size of the database.'),
    objects: gauge('afterword_objects', 'Objects that rows refer to.'),
  };
  const isUp = gauge('afterword_database_up', 'Whether the database answered this scrape.');

  // A series is looked for once; then it is known by its labels.
  const countOf = once((operation: string, status: number) => requests.labels(operation, String(status)));
  const secondsOf = once((operation: string) => seconds.labels(operation));

  return {
    observe({ operation, status, milliseconds }) {
      countOf(operation, status).inc();
      if (!STREAMS.has(operation)) secondsOf(operation).observe(milliseconds / 1000);
    },
    async read() {
      const read = await readFigures(pool).catch(() => undefined);
      isUp.set(read ? 1 : 0);
      for (const [name, figure] of Object.entries(figures))
        if (read) figure.set(read[name as keyof typeof figures]);
      for (const state of ['waiting', 'running', 'parked'] as const)
        if (read) jobs.set({ state }, read.jobs[state]);
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}

/** What a function gave for these arguments before, if it was asked. */
function once<Given extends (string | number)[], Result>(
  make: (...given: Given) => Result,
): (...given: Given) => Result {
  const made = new Map<string, Result>();
  return (...given) => {
    const key = given.join(' ');
    const known = made.get(key) ?? make(...given);
    made.set(key, known);
    return known;
  };
}
