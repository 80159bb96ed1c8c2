import { topicsIn } from '../../timeline/topics.ts';
import type { CauseKind } from '../bundle.ts';
import type { RankedSuspect } from '../evidence.ts';

/** Kinds that only say that something went wrong; the words of the evidence may say what. */
const VAGUE: ReadonlySet<CauseKind> = new Set(['exception', 'unknown', 'wrong-result']);

/**
 * Gives suspects of a vague kind the kind that their own log lines name: a pool that is exhausted, credentials that are
 * refused, a certificate that expired. Nothing else of the ranking changes.
 */
export const sharpenSuspects = (suspects: readonly RankedSuspect[]): RankedSuspect[] =>
  suspects.map(suspect => {
    if (!VAGUE.has(suspect.kind)) return suspect;
    const kind = namedCause(suspect);
    return kind === undefined ? suspect : { ...suspect, kind };
  });

function namedCause({ signals }: RankedSuspect): CauseKind | undefined {
  const votes = new Map<CauseKind, number>();
  for (const { score, text, evidence } of signals) {
    const said = [
      text,
      ...evidence.flatMap(({ records }) => records.filter(isTelling).map(({ body }) => body)),
    ];
    const topics = new Set(said.flatMap(topicsIn).filter(topic => topic.kind !== 'start'));
    for (const { cause, weight } of topics) votes.set(cause, (votes.get(cause) ?? 0) + score * weight);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const isTelling = ({ level, kind }: { level: string; kind: string }): boolean =>
  kind !== 'log' || level === 'error' || level === 'fatal' || level === 'warn';
