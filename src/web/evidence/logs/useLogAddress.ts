import { LEVELS, RECORD_KINDS } from '../../../core/document/schema/words.ts';
import { type AddressForm, type RawSearch, useAddressState } from '../../ui/useAddressState.ts';

/** What records are narrowed by out of a few words. */
export const FACETS = ['level', 'service', 'source', 'host', 'kind'] as const;
export type FacetName = (typeof FACETS)[number];

/** What the explorer shows unless told otherwise: samples and spans are better looked at as graphs and traces. */
const SAID = RECORD_KINDS.filter(kind => kind !== 'metric' && kind !== 'span');

/** What of the explorer stands in the address, so that every state of it can be linked to. */
export interface LogAddress extends Record<FacetName, readonly string[]> {
  text: string;
  path: readonly string[];
  /** On which a record begins in its file. */
  line: number | undefined;
  /** Instants; undefined where the end is open. */
  from: string | undefined;
  to: string | undefined;
  traceId: string | undefined;
  order: 'oldest' | 'newest';
  by: 'records' | 'patterns';
  /** Number of the record that is open. */
  record: number | undefined;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
const wordsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String).slice(0, 50);
const among = (words: readonly string[], known: readonly string[]): string[] =>
  words.filter(word => known.includes(word));

const countOf = (value: unknown): number | undefined => {
  const count = value === undefined ? Number.NaN : Number(value);
  return Number.isInteger(count) && count >= 0 ? count : undefined;
};

function parse(raw: RawSearch): LogAddress {
  return {
    text: textOf(raw.text) ?? '',
    path: wordsOf(raw.path),
    line: countOf(raw.line),
    level: among(wordsOf(raw.level), LEVELS),
    service: wordsOf(raw.service),
    source: wordsOf(raw.source),
    host: wordsOf(raw.host),
    kind: raw.kind === 'all' ? [] : raw.kind === undefined ? SAID : among(wordsOf(raw.kind), RECORD_KINDS),
    from: textOf(raw.from),
    to: textOf(raw.to),
    traceId: textOf(raw.traceId),
    order: raw.order === 'newest' ? 'newest' : 'oldest',
    by: raw.by === 'patterns' ? 'patterns' : 'records',
    record: countOf(raw.record),
  };
}

/** What is as it is anyway stays out of the address. */
function print(next: Partial<LogAddress>): RawSearch {
  const raw: RawSearch = {};
  for (const [name, value] of Object.entries(next)) {
    const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
    raw[name] = isEmpty || value === 'oldest' || value === 'records' ? undefined : value;
  }
  if (next.kind) raw.kind = next.kind.length === 0 ? 'all' : next.kind;
  return raw;
}

const FORM: AddressForm<LogAddress> = { parse, print, as: 'step' };

/** The explorer's part of the address, and how to change it. */
export const useLogAddress = () => useAddressState(FORM);

export type ChangeLogAddress = ReturnType<typeof useLogAddress>[1];
