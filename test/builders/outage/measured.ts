import type { Excerpt, Lane, Series } from '../../../src/core/document/bundle.ts';
import { excerpt, MINUTE, START } from '../bundle.ts';
import { END, LINES, SOURCES, severity } from './scene.ts';

const BUCKETS = 400;

/** A lane with its density over the window. */
export function builtLane(
  [source, service, rate, errorShare]: (typeof SOURCES)[number],
  random: () => number,
): Lane {
  const width = (END - START) / BUCKETS;
  const density = Array.from({ length: BUCKETS }, (_, index) => {
    const at = START + index * width;
    const silent = source === 'sessions' && at > START + 38 * MINUTE && at < START + 40.7 * MINUTE;
    const noise = 0.6 + random() * 0.8 + severity(at) * errorShare;
    return silent ? 0 : Math.floor((rate * width * noise) / MINUTE + random());
  });
  const errors = density.map((count, index) =>
    Math.floor(count * errorShare * severity(START + index * width) * (0.6 + random() * 0.6)),
  );
  return { source, service, records: density.reduce((sum, count) => sum + count, 0), density, errors };
}

/** Single events, more of them when it hurts. */
export function builtEvents(random: () => number, count: number): Excerpt[] {
  return Array.from({ length: count }, (_, index) => {
    const [source, service] = SOURCES[Math.floor(random() ** 1.6 * SOURCES.length)]!;
    const at = Math.floor(START + random() ** (index % 2 ? 1 : 0.8) * (END - START));
    const isError = random() < severity(at) * 0.7;
    const lines = LINES[source] ?? ['request served in 12ms', 'request served in 14ms'];
    return excerpt({
      at,
      source,
      service,
      path: source.includes('/') ? source : `logs/${source}.log`,
      line: index + 1,
      level: isError ? 'error' : random() < 0.06 ? 'warn' : 'info',
      kind: source === 'traces.otlp' ? 'span' : source === '#inc-checkout' ? 'message' : 'log',
      name: source === 'traces.otlp' ? 'POST /charge' : '',
      durationUs: source === 'traces.otlp' ? Math.floor(20_000 + random() * (isError ? 4e6 : 2e5)) : null,
      body: isError ? (lines[0] ?? '') : (lines[1] ?? ''),
    });
  }).sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

/** Title, service, unit, quiet level, level at the height of the incident, citation. */
const SERIES: readonly [string, string, string, number, number, string][] = [
  ['Share of failed requests', 'checkout', '%', 0.05, 38, 'e9'],
  ['p99 of POST /charge', 'payments', 'ms', 180, 4100, 'e6'],
  ['Connections in use', 'payments', '', 22, 16, 'e5'],
  ['Connections', 'payments-db', '', 130, 192, 'e21'],
  ['Requests', 'edge', '/s', 880, 540, 'e8'],
  ['CPU', 'payments', 'cores', 2.1, 0.9, 'e5'],
];

/** Six series that moved. */
export function builtSeries(random: () => number): Series[] {
  return SERIES.map(([title, service, unit, quiet, height, cite], index) => ({
    id: `s${index + 1}`,
    title,
    service,
    unit,
    baseline: index === 5 ? null : quiet,
    points: Array.from({ length: 160 }, (_, point) => {
      const at = START + (point * (END - START)) / 160;
      const level = quiet + (height - quiet) * severity(at);
      return [at, Math.max(0, level * (0.95 + random() * 0.1))] as [number, number];
    }),
    cites: [cite],
  }));
}
