import type { MetricSeries, Observations } from './observation.ts';

/** Patterns without flags, tried without case, because the columnar engine uses them too. */
export const EDGE_PATTERNS = {
  /** Where people come in, by the names that such parts usually have. */
  entrance:
    'front-?_?end|gateway|ingress|\\bedge\\b|load-?balancer|\\b[aen]?lb\\b|\\bcdn\\b|cloudfront|\\bwww\\b|\\bweb\\b|proxy|nginx|envoy|haproxy|traefik|synthetic|blackbox|\\bprobe\\b',
  /** What users feel of it, by the words of the metric. */
  felt: 'latency|duration|response.?time|error|fail|5xx|timeout|success|availab',
  /** What a part sees of others rather than what it gives itself. */
  outbound: 'client|upstream|outbound|backend|egress',
} as const;

const [ENTRANCE, FELT, OUTBOUND] = [EDGE_PATTERNS.entrance, EDGE_PATTERNS.felt, EDGE_PATTERNS.outbound].map(
  pattern => new RegExp(pattern, 'i'),
) as [RegExp, RegExp, RegExp];

/** Whether a series shows what users felt at the entrance: latency, errors or success of a part where requests come in. */
export function isEdgeMetric(series: MetricSeries, { requests }: Pick<Observations, 'requests'>): boolean {
  if (!FELT.test(series.name) || OUTBOUND.test(series.name)) return false;
  const owner = `${series.service} ${series.instance}`;
  return ENTRANCE.test(owner) || requests.some(one => one.edge && one.service === series.service);
}
