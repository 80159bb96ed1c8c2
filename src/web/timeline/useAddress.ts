import type { TimeView } from '../../core/chart/timeView.ts';
import { parseInstant, printInstant } from '../../core/instant.ts';
import { type AddressForm, type RawSearch, useAddressState } from '../ui/useAddressState.ts';
import { type EventFilter, FACETS, OPEN_FILTER } from './model/eventFilter.ts';
import type { MomentsShown } from './model/timelineNotes.ts';

/** What of a timeline stands in the address, so that a view can be linked to. */
export interface TimelineAddress {
  view: TimeView | undefined;
  filter: EventFilter;
  /** Text that is searched. */
  search: string;
  shown: MomentsShown;
  hasSeries: boolean;
  /** Services whose sources are shown. */
  open: readonly string[];
  range: TimeView | undefined;
  /** `moment:` and its id, or `record:` and its number. */
  chosen: string | undefined;
  table: 'moments' | 'events';
}

const wordsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(word => typeof word === 'string') : [];

function stretchOf(value: unknown): TimeView | undefined {
  const [from = Number.NaN, to = Number.NaN] = String(value ?? '')
    .split('~')
    .map(parseInstant);
  return to > from ? { from, to } : undefined;
}

const stretchText = (stretch: TimeView | undefined): string | undefined =>
  stretch && `${printInstant(Math.floor(stretch.from))}~${printInstant(Math.ceil(stretch.to))}`;

function parse(raw: RawSearch): TimelineAddress {
  const filter: EventFilter = {
    service: wordsOf(raw.service),
    source: wordsOf(raw.source),
    level: wordsOf(raw.level),
    kind: wordsOf(raw.kind),
  };
  return {
    view: stretchOf(raw.view),
    filter: FACETS.some(facet => filter[facet].length > 0) ? filter : OPEN_FILTER,
    search: typeof raw.find === 'string' ? raw.find : '',
    shown: raw.moments === 'kept' || raw.moments === 'all' ? raw.moments : 'notable',
    hasSeries: raw.graphs !== false,
    open: wordsOf(raw.open),
    range: stretchOf(raw.range),
    chosen: typeof raw.chosen === 'string' ? raw.chosen : undefined,
    table: raw.table === 'events' ? 'events' : 'moments',
  };
}

/** What is as it is anyway stays out of the address. */
function print(next: Partial<TimelineAddress>): RawSearch {
  const raw: RawSearch = {};
  const list = (words: readonly string[]) => (words.length > 0 ? [...words] : undefined);
  if ('view' in next) raw.view = stretchText(next.view);
  if ('range' in next) raw.range = stretchText(next.range);
  if (next.filter) for (const facet of FACETS) raw[facet] = list(next.filter[facet]);
  if (next.search !== undefined) raw.find = next.search || undefined;
  if (next.shown) raw.moments = next.shown === 'notable' ? undefined : next.shown;
  if (next.hasSeries !== undefined) raw.graphs = next.hasSeries ? undefined : false;
  if (next.open) raw.open = list(next.open);
  if ('chosen' in next) raw.chosen = next.chosen;
  if (next.table) raw.table = next.table === 'events' ? 'events' : undefined;
  return raw;
}

const FORM: AddressForm<TimelineAddress> = { parse, print, as: 'replace' };

/** The timeline's part of the address, and how to change it. */
export const useAddress = () => useAddressState(FORM);

export type ChangeAddress = ReturnType<typeof useAddress>[1];
