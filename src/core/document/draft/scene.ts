import type { Ground } from '../../timeline/moment.ts';
import type { CitationId, Gap, Sentence, Suspect } from '../bundle.ts';
import { type Citations, openCitations } from '../citations.ts';
import type { Evidence } from '../evidence.ts';
import type { DraftInput } from './input.ts';
import { sharpenSuspects } from './sharpenSuspects.ts';

/** The input of a draft with its citations opened: what every section writes from. */
export interface Scene extends DraftInput {
  citations: Citations;
  suspects: Suspect[];
  gaps: Gap[];
  /** Citation ids for what a moment or gap rests on. */
  citeGrounds(grounds: readonly Ground[]): CitationId[];
}

/** Opens the citations and gives suspects and gaps their ids. `gaps` are those that come on top of the timeline's. */
export function openScene(input: DraftInput, gaps: readonly Gap[]): Scene {
  const citations = openCitations();
  const evidenceOf = ({ label, rows, count, query }: Ground): Evidence => ({
    label,
    records: rows.map(row => input.excerpts.get(row)).filter(excerpt => excerpt !== undefined),
    count,
    ...(query !== undefined && { query }),
  });
  const citeGrounds = (grounds: readonly Ground[]): CitationId[] =>
    citations.citeAll(grounds.map(evidenceOf));
  const suspects = sharpenSuspects(input.ranking.suspects).map((suspect): Suspect => {
    const signals = suspect.signals.map(({ evidence, ...signal }) => ({
      ...signal,
      cites: citations.citeAll(evidence),
    }));
    return { ...suspect, signals, cites: [...new Set(signals.flatMap(signal => signal.cites))] };
  });
  const found = input.timeline.gaps.map(
    ({ grounds, ...gap }): Gap => ({ ...gap, cites: citeGrounds(grounds) }),
  );
  return { ...input, citations, citeGrounds, suspects, gaps: [...found, ...gaps] };
}

/** A sentence that its citations show; without any, it is marked as inferred. */
export const shown = (text: string, cites: CitationId[]): Sentence => ({
  text,
  cites,
  basis: cites.length > 0 ? 'evidence' : 'inferred',
});

/** A sentence that a rule concluded. */
export const inferred = (text: string, cites: CitationId[] = []): Sentence => ({
  text,
  cites,
  basis: 'inferred',
});

/** A sentence about what nobody knows yet. */
export const unknown = (text: string, cites: CitationId[] = []): Sentence => ({
  text,
  cites,
  basis: 'unknown',
});

/** What a witness of the impact says, with its place behind: `requests are slow at checkout`. */
export function signOf({ says, service }: { says: string; service: string }): string {
  const lead = `${service}: `;
  return service !== '' && says.startsWith(lead) ? `${says.slice(lead.length)} at ${service}` : says;
}

/** A moment as people write it: `2026-11-23 14:02:11 UTC`. */
export const clock = (at: number): string =>
  `${new Date(at / 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** The time of day alone: `14:02:11`. */
export const timeOfDay = (at: number): string => new Date(at / 1000).toISOString().slice(11, 19);
