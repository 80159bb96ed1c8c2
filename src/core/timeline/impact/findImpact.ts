import type { Micros } from '../../record.ts';
import { exportedStretch } from '../exported.ts';
import { spell } from '../moment.ts';
import type { Observations } from '../observation.ts';
import { errorPieces } from './errorPieces.ts';
import { metricPieces } from './metricPieces.ts';
import type { ImpactPiece } from './piece.ts';
import { requestPieces } from './requestPieces.ts';
import { toldPieces } from './toldPieces.ts';

/** The stretch in which users were most likely affected, and the witnesses. */
export interface Impact {
  from: Micros;
  to: Micros | undefined;
  confidence: number;
  /** The witness that begins it. */
  start: ImpactPiece;
  /** The witness that ends last. */
  end: ImpactPiece;
  /** Other witnesses that overlap. */
  support: ImpactPiece[];
  /** Stretches apart from it that look like incidents of their own, in time order. */
  others: ImpactPiece[];
  reason: string;
}

/** Witnesses this much weaker than the best do not move the edges of the impact. */
const PEERS = 0.16;
/** People give windows by eye: an impact may begin this share of the window before it. */
const EARLY = 0.25;
/** From this confidence on a witness speaks for its service. */
const CLEAR = 0.5;
/** From this confidence on a witness tells of what users felt. */
const FELT = 0.55;
const MOST_OTHERS = 6;
/** A minute metric may show the beginning this long before the export begins. */
const BEFORE_EXPORT = 2 * 60e6;
const SUPPORT_BONUS = 0.02;

/**
 * The impact: the best witnesses that overlap in time are taken together; it starts with the earliest of them and ends
 * with the last. Where logs and spans were exported for a short stretch only, it must begin in that. Requests that fail at the edge say more than inner requests, those more than log lines, alerts and words.
 */
export function findImpact(seen: Observations, given?: { from: Micros; to: Micros }): Impact | undefined {
  const exported = given === undefined ? exportedStretch(seen) : undefined;
  const all = [...requestPieces(seen), ...errorPieces(seen), ...metricPieces(seen), ...toldPieces(seen)];
  const pieces = all.filter(
    piece =>
      (given === undefined || isWithin(piece, given)) &&
      (exported === undefined || (piece.from >= exported.from - BEFORE_EXPORT && piece.from < exported.to)),
  );
  const scores = new Map(pieces.map(piece => [piece, scoreOf(piece, pieces, seen.grid.step)]));
  const best = pieces.reduce<ImpactPiece | undefined>(
    (top, piece) => (top === undefined || scores.get(piece)! > scores.get(top)! ? piece : top),
    undefined,
  );
  if (best === undefined) return undefined;
  const near = pieces.filter(piece => piece !== best && overlap(piece, best, seen.grid.step));
  const peers = [
    best,
    ...near.filter(piece => piece.measured === best.measured && piece.confidence >= best.confidence - PEERS),
  ];
  const earliest = peers.reduce((first, piece) => (piece.from < first.from ? piece : first));
  const start = best.from - earliest.from <= 2 * seen.grid.step ? best : earliest;
  const end = endWitness(peers, near);
  const support = near.filter(piece => piece.from <= endOf(end));
  const witnesses = new Set(
    [best, ...support]
      .filter(({ confidence }) => confidence >= CLEAR)
      .map(piece => piece.service)
      .filter(service => service !== ''),
  );
  return {
    from: earliest.from,
    to: end.to,
    confidence: Math.min(0.95, start.confidence + SUPPORT_BONUS * Math.min(5, support.length)),
    start,
    end,
    support,
    others: othersThan(
      { from: earliest.from, to: end.to },
      given === undefined ? all : pieces,
      seen.grid.step,
    ),
    reason: reasonOf(start, best, witnesses.size),
  };
}

function reasonOf(start: ImpactPiece, best: ImpactPiece, services: number): string {
  const later =
    start === best ? '' : `; the clearest sign (${best.says}) follows ${spell(best.from - start.from)} later`;
  const others = services > 1 ? `; ${services} services show signs at the same time` : '';
  return `earliest sign that lasts: ${start.says}${later}${others}`;
}

/**
 * The peer that ends last. Where its own evidence ends before it does, a measure that sees further and passes with the
 * others tells the end: metrics often go on when logs and traces do not.
 */
function endWitness(peers: readonly ImpactPiece[], support: readonly ImpactPiece[]): ImpactPiece {
  const last = latestEnd(peers);
  if (last.to !== undefined) return last;
  const seeing = support.filter(
    piece =>
      piece.measured &&
      piece.confidence >= FELT &&
      piece.from <= last.sight &&
      piece.to !== undefined &&
      piece.to > last.sight,
  );
  return seeing.length === 0 ? last : latestEnd(seeing);
}

const latestEnd = (pieces: readonly ImpactPiece[]): ImpactPiece =>
  pieces.reduce((last, piece) => (endOf(piece) > endOf(last) ? piece : last));

/** Stretches of what users felt that lie apart from the impact, those that overlap each other told once. */
function othersThan(
  impact: { from: Micros; to: Micros | undefined },
  pieces: readonly ImpactPiece[],
  slack: number,
): ImpactPiece[] {
  const end = impact.to ?? Number.MAX_SAFE_INTEGER;
  const apart = pieces
    .filter(piece => piece.measured && piece.confidence >= FELT)
    .filter(piece => piece.from > end + slack || endOf(piece) < impact.from - slack)
    .sort((a, b) => b.confidence - a.confidence || a.from - b.from);
  const told: ImpactPiece[] = [];
  for (const piece of apart) if (!told.some(other => overlap(piece, other, slack))) told.push(piece);
  return told.slice(0, MOST_OTHERS).sort((a, b) => a.from - b.from);
}

/** A piece that begins inside the given window, or shortly before it. */
const isWithin = (piece: ImpactPiece, { from, to }: { from: Micros; to: Micros }): boolean =>
  piece.from >= from - (to - from) * EARLY && piece.from < to;

const endOf = (piece: ImpactPiece): Micros => piece.to ?? Number.MAX_SAFE_INTEGER;

const overlap = (a: ImpactPiece, b: ImpactPiece, slack: number): boolean =>
  a.from <= endOf(b) + slack && b.from <= endOf(a) + slack;

/** A witness is believed more when others, of services or kinds of their own, overlap with it. */
function scoreOf(piece: ImpactPiece, all: readonly ImpactPiece[], slack: number): number {
  let support = 0;
  for (const other of all) if (other !== piece && overlap(piece, other, slack)) support += other.confidence;
  return piece.confidence + 0.08 * Math.min(4, support);
}
