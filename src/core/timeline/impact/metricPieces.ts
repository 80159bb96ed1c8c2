import { gridEnd } from '../grid.ts';
import type { MetricSeries, Observations } from '../observation.ts';
import { type MetricShift, metricShifts } from '../rules/metrics.ts';
import type { Shift } from '../shift.ts';
import { ground, type ImpactPiece, stretch } from './piece.ts';

/** Metrics whose rise means by their name that requests fail, wait or are refused. */
const TELLS_OF_TROUBLE =
  /error|fail|5xx|latency|duration|response.?time|throttl|reject|timeout|timed.?out|dropped|backlog|lag\b|pending/i;
/** Metrics whose fall means it. */
const TELLS_OF_HEALTH = /success|availab/i;
const CONFIDENCE = { edge: 0.62, inner: 0.42 } as const;
/** Where requests themselves are seen, an inner metric says little of what users felt. */
const BESIDE_REQUESTS = 0.2;

/** Metrics that by their name speak of failure or waiting, where they get worse. */
export const metricPieces = (seen: Observations): ImpactPiece[] =>
  metricShifts(seen)
    .filter(isWorse)
    .filter(({ edge, series, shift }) => edge || samplesIn(series, shift) > 1)
    .map(({ series, shift, words, edge }) => {
      const owner = series.service || series.instance || series.source;
      return {
        ...stretch(seen, shift, { sight: gridEnd(seen.grid) }),
        source: series.source,
        confidence: edge ? CONFIDENCE.edge : seen.requests.length > 0 ? BESIDE_REQUESTS : CONFIDENCE.inner,
        says: `${owner}: the ${words.subject} ${shift.inside > shift.outside ? 'rises' : 'falls'}`,
        over: `${owner}: the ${words.subject} is back to its level`,
        measured: true,
        service: series.service,
        key: `metric ${owner} ${series.name} ${shift.from}`,
        grounds: [ground(`${series.name} of ${owner}`, [], series.query)],
      };
    });

const samplesIn = ({ values }: MetricSeries, { from, to }: Shift): number =>
  values.slice(from, to).filter(value => value !== null).length;

function isWorse({ series: { name }, shift: { inside, outside } }: MetricShift): boolean {
  return inside > outside
    ? TELLS_OF_TROUBLE.test(name) && !TELLS_OF_HEALTH.test(name)
    : TELLS_OF_HEALTH.test(name);
}
