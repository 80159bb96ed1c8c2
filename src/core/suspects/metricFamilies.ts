import type { CauseKind } from '../document/bundle.ts';

/** What a metric is about, told from the words in its name. */
export interface MetricFamily {
  name: string;
  words: RegExp;
  /** Which direction is trouble. */
  bad: 'up' | 'down' | 'both';
  /** How far a change speaks against the service itself: causes high, symptoms and mere load low. */
  weight: number;
  /** Whether trouble in a service further down shows here too. */
  isEcho: boolean;
  kinds: Partial<Record<CauseKind, number>>;
}

/** First match wins, so narrow families come first. Names are split into words before: `CpuUsageRate(%)` → `cpu usage rate`. */
export const METRIC_FAMILIES: MetricFamily[] = [
  family('restarts', /\b(restarts?|crash\w*|oom\w*|evict\w*)\b/, 'up', 1, { crash: 1 }),
  family('cpu throttling', /\bcfs\b|\bcpu\b.*\bthrottl|\bthrottl\w*.*\bcpu\b/, 'up', 0.9, { cpu: 1 }),
  family('throttling', /\bthrottl\w*\b/, 'up', 0.9, { quota: 1 }),
  family('certificate', /\b(cert\w*|tls|ssl)\b.*\b(expir\w*|days?|remaining)\b/, 'down', 0.9, {
    certificate: 1,
  }),
  family('quota', /\b(quota|rate limit\w*|limited|429)\b/, 'up', 0.9, { quota: 1 }),
  family('packet loss', /\b(drop\w*|loss|lost|retrans\w*|resets?)\b/, 'up', 0.9, { 'network-loss': 1 }),
  family(
    'errors',
    /\b(errors?|fail\w*|exceptions?|5xx|faults?|rejected|timeouts?|aborted)\b/,
    'up',
    0.6,
    { exception: 0.5 },
    true,
  ),
  family(
    'success rate',
    /\b(success\w*|availability|up|ready|healthy)\b/,
    'down',
    0.6,
    { exception: 0.4, crash: 0.2 },
    true,
  ),
  family(
    'network latency',
    /\b(network|rtt|ping|tcp|connect)\b.*\b(p\d\d|latency|delay|duration|time|ms|seconds)\b/,
    'up',
    0.9,
    { 'network-delay': 1 },
  ),
  family('disk', /\b(disk|filesystem|fs|volume|io|iops|inodes?|syscall)\b/, 'up', 0.6, { disk: 0.8 }),
  family('memory', /\b(mem|memory|heap|rss|working set|gc)\b/, 'up', 0.8, { memory: 1 }),
  family('cpu', /\b(cpu|load ?avg|load\d*|cores?)\b/, 'up', 1, { cpu: 1 }),
  family(
    'saturation',
    /\b(queue\w*|pool|threads?|connections?|backlog|saturation|pending|inflight|lag|utili[sz]ation)\b/,
    'up',
    0.7,
    { saturation: 1 },
  ),
  family(
    'latency',
    /\b(latency|latencies|duration|response time|p[5-9]\d|p999|elapsed|seconds)\b/,
    'up',
    0.3,
    { 'slow-code': 0.3, 'network-delay': 0.3 },
    true,
  ),
  family(
    'traffic',
    /\b(requests?|ops|rps|qps|workload|throughput|receive\w*|transmit\w*|bytes|network|messages?)\b/,
    'both',
    0.2,
    { traffic: 0.6 },
    true,
  ),
];

/** For a metric that no family knows. */
const OTHER: MetricFamily = {
  name: 'other',
  words: /$/,
  bad: 'both',
  weight: 0.3,
  isEcho: true,
  kinds: { unknown: 0.3 },
};

function family(
  name: string,
  words: RegExp,
  bad: MetricFamily['bad'],
  weight: number,
  kinds: MetricFamily['kinds'],
  isEcho = false,
): MetricFamily {
  return { name, words, bad, weight, isEcho, kinds };
}

/** The family that a metric's name tells. Metrics of a whole machine say less about one service on it. */
export function familyOf(metric: string): MetricFamily {
  const words = metric
    .replace(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .toLowerCase();
  const found = METRIC_FAMILIES.find(candidate => candidate.words.test(words)) ?? OTHER;
  return /\b(node|host|machine|instance)\b/.test(words) ? { ...found, weight: found.weight * 0.35 } : found;
}
