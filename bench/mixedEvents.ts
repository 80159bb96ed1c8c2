/** A million events as three services' worth of files would hold them: syslog, NDJSON and OTLP, by a seed. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const SERVICES = ['checkout', 'payment', 'cart', 'auth', 'search', 'stock', 'mail'];
const START = Date.UTC(2026, 5, 1, 10);
const BATCH = 100;

/** A small fast generator (mulberry32): the same seed gives the same files. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes lines in large pieces. */
function lineFile(path: string): { write(line: string): void; close(): void } {
  const file = openSync(path, 'w');
  let lines: string[] = [];
  const flush = (): void => {
    writeSync(file, lines.join(''));
    lines = [];
  };
  return {
    write(line) {
      lines.push(line, '\n');
      if (lines.length > 8000) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

/** Writes `count` events into `folder`: a third each as `syslog.log`, `app.ndjson` and `otlp.json`. One line in twenty holds an address, one in two hundred a mail address. */
export function writeMixedEvents(folder: string, count: number, seed: number): void {
  mkdirSync(folder, { recursive: true });
  const random = generator(seed);
  const hex = (digits: number): string => {
    let text = '';
    while (text.length < digits)
      text += Math.floor(random() * 0x100000000)
        .toString(16)
        .padStart(8, '0');
    return text.slice(0, digits);
  };
  const [syslog, ndjson, otlp] = ['syslog.log', 'app.ndjson', 'otlp.json'].map(name =>
    lineFile(join(folder, name)),
  ) as [ReturnType<typeof lineFile>, ReturnType<typeof lineFile>, ReturnType<typeof lineFile>];
  let batch: object[] = [];
  for (let i = 0; i < count; i++) {
    const ms = START + i * 3 + Math.floor(random() * 2000);
    const date = new Date(ms);
    const service = SERVICES[i % SERVICES.length]!;
    const failed = random() < 0.02;
    const client =
      i % 20 === 0
        ? ` client=203.0.113.${i % 250}`
        : i % 200 === 1
          ? ` customer=user${i % 977}@example.org`
          : '';
    const message = `request ${hex(8)} GET /api/v1/orders/${i} took ${Math.floor(random() * 900)} ms status=${failed ? 500 : 200} upstream=pool-${i % 31} bytes=${Math.floor(random() * 100_000)}${client}`;
    if (i % 3 === 0) {
      const stamp = `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${date.toISOString().slice(11, 19)}`;
      syslog.write(
        `<${failed ? 131 : 134}>${stamp} node-${i % 9} ${service}[${1000 + (i % 500)}]: ${message} session closed after the retry queue was drained, keepalive=true pool=main`,
      );
    } else if (i % 3 === 1) {
      ndjson.write(
        JSON.stringify({
          timestamp: date.toISOString(),
          level: failed ? 'error' : 'info',
          service,
          host: `node-${i % 9}`,
          trace_id: hex(32),
          span_id: hex(16),
          message,
          http: { method: 'GET', route: '/api/v1/orders/:id', status: failed ? 500 : 200 },
          duration_ms: Math.floor(random() * 900),
        }),
      );
    } else {
      batch.push({
        timeUnixNano: `${ms}${String(Math.floor(random() * 1e6)).padStart(6, '0')}`,
        severityNumber: failed ? 17 : 9,
        severityText: failed ? 'ERROR' : 'INFO',
        body: { stringValue: message },
        attributes: [
          { key: 'http.request.method', value: { stringValue: 'GET' } },
          { key: 'http.response.status_code', value: { intValue: failed ? '500' : '200' } },
        ],
        traceId: hex(32),
        spanId: hex(16),
      });
      if (batch.length === BATCH || i >= count - 3) {
        const resource = {
          attributes: [
            { key: 'service.name', value: { stringValue: service } },
            { key: 'host.name', value: { stringValue: `node-${i % 9}` } },
          ],
        };
        otlp.write(
          JSON.stringify({
            resourceLogs: [{ resource, scopeLogs: [{ scope: { name: 'app' }, logRecords: batch }] }],
          }),
        );
        batch = [];
      }
    }
  }
  for (const file of [syslog, ndjson, otlp]) file.close();
}
