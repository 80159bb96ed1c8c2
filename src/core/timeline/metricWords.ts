/**
 * What a metric's name means to a reader: `PodServerLatencyP90(s)` is the p90 server latency in seconds,
 * `http_request_duration_seconds` a request duration in seconds.
 */
import { figure } from './moment.ts';

export interface MetricWords {
  /** What is measured, in lower-case words: `p90 server latency`. */
  subject: string;
  /** The unit behind a number: `s`, `%`, `B`, `MiB`; `''` when unknown. */
  unit: string;
  /** Equal for series that say the same of one owner: quantiles of one latency, a use and its rate. */
  family: string;
  /** Whether it measures a whole machine rather than one service on it. */
  isMachine: boolean;
}

const UNITS: Readonly<Record<string, string>> = {
  s: 's',
  sec: 's',
  seconds: 's',
  ms: 'ms',
  milliseconds: 'ms',
  us: 'µs',
  microseconds: 'µs',
  bytes: 'B',
  by: 'B',
  mi: 'MiB',
  mib: 'MiB',
  gi: 'GiB',
  percent: '%',
  percentage: '%',
  '%': '%',
  celsius: '°C',
};
const IN_BRACKETS = /\(([^()]{1,12})\)\s*$/;
const QUANTILE = /^p(?:50|75|90|95|99|999|100)$|^(?:median|max|mean|avg|average)$/;
/** Words that say how a metric is kept, not what it is. */
const BOOKKEEPING = new Set(['pod', 'container', 'total', 'gauge', 'counter', 'value', 'metric']);
const CAPITALS: Readonly<Record<string, string>> = {
  cpu: 'CPU',
  http: 'HTTP',
  grpc: 'gRPC',
  io: 'I/O',
  gc: 'GC',
  jvm: 'JVM',
  db: 'DB',
  tcp: 'TCP',
  dns: 'DNS',
};

/** Reads a metric's name; `unit` is what the record says of it, `''` when nothing. */
export function metricWords(name: string, unit: string): MetricWords {
  const bracketed = IN_BRACKETS.exec(name)?.[1] ?? '';
  const words = name
    .replace(IN_BRACKETS, '')
    .replace(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(word => word !== '');
  const last = words.at(-1) === 'total' ? words.at(-2) : words.at(-1);
  const ofName = last !== undefined && words.length > 1 && Object.hasOwn(UNITS, last) ? last : '';
  const given = unit || bracketed;
  const quantile = words.find(word => QUANTILE.test(word));
  const said = words.filter(word => word !== quantile && word !== ofName && !BOOKKEEPING.has(word));
  const subject = said.map(word => (Object.hasOwn(CAPITALS, word) ? CAPITALS[word]! : word)).join(' ');
  return {
    subject: [quantile, subject || name].filter(part => part !== undefined).join(' '),
    unit: UNITS[given.toLowerCase()] ?? (given === '' || given === '1' ? (UNITS[ofName] ?? '') : given),
    family: said.filter(word => word !== 'rate' && word !== 'percent').join(' '),
    isMachine: /\b(?:node|host|machine)\b/.test(words.join(' ')),
  };
}

/** Two values with their unit: `0.4 → 3.75 s`, `12 → 95 ms`, `1.2 → 90 %`. Short times come in milliseconds. */
export function fromTo(before: number, during: number, unit: string): string {
  const isShort = unit === 's' && Math.max(Math.abs(before), Math.abs(during)) < 1;
  const [factor, shown] = isShort ? [1000, 'ms'] : [1, unit];
  return `${figure(before * factor)} → ${figure(during * factor)}${shown === '' ? '' : ` ${shown}`}`;
}
