import type { Citation, CitationId, Excerpt, Moment } from '../../../core/document/bundle.ts';
import type { PageData } from '../../../core/document/pageData.ts';

/** What the drawer can show: a citation, a moment or a single event. Its `hash` is its address in the page. */
export type Leaf =
  | { kind: 'citation'; hash: string; citation: Citation }
  | { kind: 'moment'; hash: string; moment: Moment }
  | { kind: 'event'; hash: string; event: Excerpt; index: number };

/** Finds leaves by address, and the ones before and after. */
export interface Leaves {
  at(hash: string): Leaf | undefined;
  citation(id: CitationId): Citation | undefined;
  /** Neighbours of the same kind, and the place among them, from 1. */
  around(leaf: Leaf): { previous: Leaf | undefined; next: Leaf | undefined; place: number; of: number };
}

/** Orders citations as the bundle numbers them, moments and events by time. */
export function createLeaves(data: PageData): Leaves {
  const citations: Leaf[] = data.citations.map(citation => ({
    kind: 'citation',
    hash: citation.id,
    citation,
  }));
  const moments: Leaf[] = data.moments
    .toSorted((a, b) => a.at - b.at)
    .map(moment => ({ kind: 'moment', hash: moment.id, moment }));
  const events: Leaf[] = data.events
    .map((event, index) => ({ kind: 'event' as const, hash: `event-${index}`, event, index }))
    .sort((a, b) => (a.event.at ?? 0) - (b.event.at ?? 0));
  const families = { citation: citations, moment: moments, event: events };
  const places = new Map<string, { leaf: Leaf; place: number }>();
  for (const family of [events, moments, citations]) {
    for (const [place, leaf] of family.entries()) places.set(leaf.hash, { leaf, place });
  }
  const byId = new Map(data.citations.map(citation => [citation.id, citation]));
  return {
    at: hash => places.get(hash)?.leaf,
    citation: id => byId.get(id),
    around(leaf) {
      const family = families[leaf.kind];
      const place = places.get(leaf.hash)?.place ?? 0;
      return { previous: family[place - 1], next: family[place + 1], place: place + 1, of: family.length };
    },
  };
}
