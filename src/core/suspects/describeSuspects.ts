import type { RankedSuspect, Ranking } from '../document/evidence.ts';

/** Candidates that the terminal shows. */
const SHOWN = 5;

/** A ranking for the terminal: one paragraph a candidate, then what could not be judged. */
export function describeSuspects({ suspects, notes }: Ranking): string {
  const shown = suspects.slice(0, SHOWN).map(paragraph);
  const rest = suspects.length - shown.length;
  return [
    ...(shown.length === 0 ? ['Nothing in these records stands out.\n'] : shown),
    ...(rest > 0 ? [`${rest} more with weaker evidence (--json lists all).\n`] : []),
    ...notes.map(note => `Note: ${note}\n`),
  ].join('\n');
}

function paragraph({ rank, service, component, kind, score, reason, signals }: RankedSuspect): string {
  const place = component === '' || component === service ? '' : ` (${component})`;
  return [
    `${rank}. ${service}${place}  ${kind}  ${score.toFixed(2)}`,
    `   ${reason}`,
    ...signals.map(signal => `   ${signal.score.toFixed(2)} ${signal.from.padEnd(6)} ${signal.text}`),
    '',
  ].join('\n');
}
