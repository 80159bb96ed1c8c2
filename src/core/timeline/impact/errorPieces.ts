import { bucketStart } from '../grid.ts';
import type { Observations } from '../observation.ts';
import { isNew } from '../rules/errors.ts';
import { changedPiece, findShift, type Shift, whereHeard } from '../shift.ts';
import { firstMark, ground, type ImpactPiece, lastMark, stretch, toldUntil } from './piece.ts';

const LOG_CONFIDENCE = 0.55;
const NEW_ERROR_CONFIDENCE = 0.35;
/** Errors that were there when the logs begin may be the usual ones, which then stopped. */
const NOT_SEEN_TO_BEGIN = 0.25;

/** Error lines that multiply, and kinds of error that were not there before. */
export const errorPieces = (seen: Observations): ImpactPiece[] => [...fromLogs(seen), ...fromErrors(seen)];

function fromLogs(seen: Observations): ImpactPiece[] {
  return seen.logs.flatMap(series => {
    const found = findShift(whereHeard(series.errors, seen.heard), 1);
    const shift = found && changedPiece(found, series.errors.length, 'higher');
    if (shift === undefined) return [];
    const first = firstMark(series.firstError, shift.from, shift.to);
    const last = lastMark(series.lastError, shift.from, shift.to);
    return [
      {
        ...stretch(seen, shift, { first, last, sight: toldUntil(seen) }),
        confidence: LOG_CONFIDENCE - (isFromTheBeginning(seen, shift) ? NOT_SEEN_TO_BEGIN : 0),
        says: `${series.service}: error lines multiply`,
        over: `${series.service}: error lines are back to their usual number`,
        measured: true,
        service: series.service,
        key: '',
        grounds: [ground(`${series.service}: error lines per interval`, [first, last], series.query)],
      },
    ];
  });
}

const isFromTheBeginning = ({ told, grid }: Observations, { from }: Shift): boolean =>
  told !== undefined && bucketStart(grid, from) <= told.from + grid.step;

function fromErrors(seen: Observations): ImpactPiece[] {
  const news = seen.errors.filter(kind => kind.level !== 'warn' && isNew(kind));
  return news.map(kind => ({
    from: kind.first.at,
    to: kind.last.at + 2 * seen.grid.step > toldUntil(seen) ? undefined : kind.last.at,
    sight: toldUntil(seen),
    confidence: Math.min(0.5, NEW_ERROR_CONFIDENCE + 0.05 * Math.log10(kind.count)),
    says: `${kind.service}: a new error`,
    over: `${kind.service}: the error does not occur any more`,
    measured: true,
    service: kind.service,
    source: kind.first.source,
    uncertaintyUs: kind.first.uncertaintyUs,
    endUncertaintyUs: kind.last.uncertaintyUs,
    key: `first-error ${kind.service} ${kind.name}`,
    grounds: [{ label: 'error lines of this kind', rows: kind.rows, count: kind.count, query: kind.query }],
  }));
}
