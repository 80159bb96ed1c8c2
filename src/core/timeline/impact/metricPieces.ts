import type { Observations } from '../observation.ts';
import { metricShifts } from '../rules/metrics.ts';
import { ground, type ImpactPiece, stretch } from './piece.ts';

/** Metrics whose rise means by their name that requests fail, wait or are refused. */
const TELLS_OF_TROUBLE =
  /error|fail|5xx|latency|duration|response.?time|throttl|reject|timeout|timed.?out|dropped|backlog|lag\b|pending/i;
const CONFIDENCE = 0.42;

/** Metrics that rise and by their name speak of failure or waiting. */
export const metricPieces = (seen: Observations): ImpactPiece[] =>
  metricShifts(seen.metrics)
    .filter(({ series, shift }) => TELLS_OF_TROUBLE.test(series.name) && shift.inside > shift.outside)
    .map(({ series, shift }) => {
      const owner = series.service || series.instance || series.source;
      return {
        ...stretch(seen, shift, undefined, undefined),
        source: series.source,
        confidence: CONFIDENCE,
        says: `${owner}: ${series.name} rises`,
        over: `${owner}: ${series.name} is back to its level`,
        measured: true,
        service: series.service,
        key: `metric ${series.service} ${series.name}`,
        grounds: [ground(`${series.name} of ${owner}`, [], series.query)],
      };
    });
