import type { CauseKind } from '../document/bundle.ts';
import type { RankedSuspect } from '../document/evidence.ts';
import type { Candidate } from './combineSignals.ts';
import type { Signal } from './signal.ts';

/** A cause in words, as it stands in a sentence. */
export const CAUSE_WORDS = {
  cpu: 'a shortage of CPU',
  memory: 'a shortage of memory',
  disk: 'trouble with the disk',
  'network-delay': 'a slow network',
  'network-loss': 'lost packets',
  exception: 'an exception in its code',
  'wrong-result': 'a wrong or early result of its code',
  'slow-code': 'code that became slower',
  dependency: 'a slow store or other dependency',
  saturation: 'a full queue or pool',
  crash: 'a crash or restart',
  deploy: 'a deploy',
  config: 'a config change',
  certificate: 'a certificate',
  quota: 'a quota or rate limit',
  traffic: 'a change in traffic',
  unknown: 'an unclear cause',
} satisfies Record<CauseKind, string>;

/** Signals weaker than this share of the strongest one do not belong in the sentence. */
const WORTH_A_CLAUSE = 0.35;
/** How sure the sentence sounds, from which score on. */
const SURENESS: [score: number, words: string][] = [
  [0.5, 'likely'],
  [0.3, 'possible'],
  [0, 'a weak guess'],
];
/** A reason that is longer than about this is not read. */
const MOST_CHARACTERS = 160;
/** Signals that stand under a suspect; more would hide the strong ones. */
const MOST_SIGNALS = 6;

/** A candidate as a person reads it. Signals keep their order; `evidence` is left empty for the caller to fill. */
export function writeSuspect(
  candidate: Candidate,
  rank: number,
): { suspect: RankedSuspect; grounds: Signal[] } {
  const { service, kind, score } = candidate;
  const grounds = candidate.signals.slice(0, MOST_SIGNALS);
  const leading = grounds.find(signal => signal.kinds[kind] !== undefined && signal.component !== '');
  const moments = grounds.map(signal => signal.at).filter(at => at !== null);
  const suspect: RankedSuspect = {
    rank,
    service,
    component: leading?.component ?? grounds[0]?.component ?? '',
    kind,
    score: Number(score.toFixed(3)),
    reason: reasonOf(candidate, grounds),
    signals: grounds.map(({ from, text, score: strength }) => ({
      from,
      text,
      score: Number(strength.toFixed(3)),
      evidence: [],
    })),
    from: moments.length === 0 ? null : Math.min(...moments),
  };
  return { suspect, grounds };
}

/** One sentence: what is suspected, and the clearest reason; the next one too where there is room. */
function reasonOf({ service, kind, score }: Candidate, [first, ...others]: Signal[]): string {
  if (!first) return `${service}: no reason is left.`;
  const caveat = first.hasBaseline ? '' : ' (no quiet time to compare with)';
  const start = `${service}: ${CAUSE_WORDS[kind]} is ${howSure(score)}, because ${first.text}`;
  const room = MOST_CHARACTERS - start.length - caveat.length - 1;
  const second = others
    .filter(signal => signal.score >= WORTH_A_CLAUSE * first.score)
    .map(signal => `, and ${signal.text}`)
    .find(clause => clause.length <= room);
  return `${start}${second ?? ''}${caveat}.`;
}

function howSure(score: number): string {
  return SURENESS.find(([least]) => score >= least)?.[1] ?? 'a weak guess';
}
