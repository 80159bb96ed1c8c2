import type { Bundle, Suspect } from '../bundle.ts';
import { CAUSES } from './causes.ts';
import { inferred, type Scene } from './scene.ts';

const MOST = 5;
/** A candidate this much weaker than the first is not worth a meeting's time. */
const LEAST_OF_FIRST = 0.25;

/** Contributing factors as hypotheses, each with what would confirm or refute it. */
export function writeHypotheses({ suspects }: Scene): Bundle['hypotheses'] {
  const first = suspects[0]?.score ?? 0;
  return suspects
    .filter(suspect => suspect.score >= first * LEAST_OF_FIRST)
    .slice(0, MOST)
    .map(suspect => ({
      statement: inferred(sayHypothesis(suspect), suspect.cites),
      suspect: suspect.rank,
      test: CAUSES[suspect.kind].test({ service: suspect.service, at: suspect.component || suspect.service }),
    }));
}

function sayHypothesis({ kind, service, component, reason }: Suspect): string {
  const at = component === '' || component === service ? service : `${service} (${component})`;
  const cause = CAUSES[kind].noun;
  return `${cause[0]!.toUpperCase()}${cause.slice(1)} at ${at} contributed. ${reason}`;
}
