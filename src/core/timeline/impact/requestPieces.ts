import type { Mark, Observations, RequestSeries } from '../observation.ts';
import { type RequestShift, requestShifts } from '../rules/requests.ts';
import type { Shift } from '../shift.ts';
import { firstMark, ground, type ImpactPiece, lastMark, stretch, toldUntil } from './piece.ts';

const CONFIDENCE = {
  edge: { failures: 0.9, latency: 0.75, rate: 0.55 },
  inner: { failures: 0.7, latency: 0.6, rate: 0.3 },
} as const;
/** A change that fills one bucket only is hardly sustained. */
const NOT_LASTING = 0.2;
/** Waiting this much longer is felt, in milliseconds. */
const FELT_MS = 40;

const MEASURES = {
  failures: { kind: 'error-burst', says: 'requests fail', over: 'requests succeed again' },
  latency: { kind: 'latency-change', says: 'requests are slow', over: 'requests are as fast as before' },
  rate: { kind: 'rate-change', says: 'requests stay away', over: 'requests come as before' },
} as const satisfies Record<RequestShift['measure'], { kind: string; says: string; over: string }>;

/** Requests that fail, are slow or stay away. */
export function requestPieces(seen: Observations): ImpactPiece[] {
  return requestShifts(seen).flatMap(({ service, edge, measure, shift, series }) => {
    if (!isFelt(measure, shift)) return [];
    const { kind, says, over } = MEASURES[measure];
    const [first, last] = edgesOf(series, measure, shift);
    const lasting = shift.to - shift.from > 1 ? 0 : NOT_LASTING;
    return [
      {
        ...stretch(seen, shift, { first, last, sight: toldUntil(seen) }),
        confidence: CONFIDENCE[edge ? 'edge' : 'inner'][measure] - lasting,
        says: `${service || 'edge'}: ${says}`,
        over: `${service || 'edge'}: ${over}`,
        measured: true,
        service,
        key: `${kind} ${service} ${shift.from}`,
        grounds: [ground(`${service || 'all'}: requests per interval`, [first, last], series.query)],
      },
    ];
  });
}

/** The records at which the change shows first and last, where single records can show it. */
function edgesOf(
  series: RequestSeries,
  measure: RequestShift['measure'],
  { from, to }: Shift,
): [Mark | undefined, Mark | undefined] {
  if (measure === 'rate') return [undefined, undefined];
  const [firsts, lasts] =
    measure === 'failures' ? [series.firstFailure, series.lastFailure] : [series.firstSlow, series.lastSlow];
  return [firstMark(firsts, from, to), lastMark(lasts, from, to)];
}

/** Whether a user would feel the change: not a few milliseconds more, nor more requests than before. */
function isFelt(measure: RequestShift['measure'], { inside, outside }: Shift): boolean {
  if (measure === 'latency') return inside - outside >= FELT_MS;
  return measure === 'failures' || inside < outside;
}
