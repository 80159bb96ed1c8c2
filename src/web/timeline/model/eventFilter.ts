import type { PassTable } from '../../../core/chart/indexLanes.ts';
import { LEVELS, RECORD_KINDS } from '../../../core/document/schema/words.ts';
import type { TimelineModel } from './timelineModel.ts';

/** What events may be narrowed by. */
export const FACETS = ['service', 'source', 'level', 'kind'] as const;
export type Facet = (typeof FACETS)[number];

/** Words that are let through; a facet without words lets everything through. */
export type EventFilter = Record<Facet, readonly string[]>;

/** Lets everything through. */
export const OPEN_FILTER: EventFilter = { service: [], source: [], level: [], kind: [] };

/** How many words narrow. */
export const filterSize = (filter: EventFilter): number =>
  FACETS.reduce((sum, facet) => sum + filter[facet].length, 0);

/** The filter as tables that a million events are looked up in. */
export function passTable({ columns }: TimelineModel, filter: EventFilter): PassTable {
  const lets = (facet: Facet, word: string): boolean =>
    filter[facet].length === 0 || filter[facet].includes(word);
  return {
    lanes: Uint8Array.from(columns.lanes, ({ source, service }) =>
      Number(lets('source', source) && lets('service', service)),
    ),
    kinds: Uint8Array.from(RECORD_KINDS, kind => Number(lets('kind', kind))),
    levels: Uint8Array.from(LEVELS, level => Number(lets('level', level))),
  };
}

/** Adds a word to a facet, or takes it away. */
export function toggled(filter: EventFilter, facet: Facet, word: string): EventFilter {
  const words = filter[facet];
  return {
    ...filter,
    [facet]: words.includes(word) ? words.filter(other => other !== word) : [...words, word],
  };
}
