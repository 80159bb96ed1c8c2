import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { LEVELS, RECORD_KINDS } from '../../../core/document/schema/words.ts';

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

type Raw = Record<string, unknown>;

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

function parse(raw: Raw): LogAddress {
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
function print(next: Partial<LogAddress>): Raw {
  const raw: Raw = {};
  for (const [name, value] of Object.entries(next)) {
    const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
    raw[name] = isEmpty || value === 'oldest' || value === 'records' ? undefined : value;
  }
  if (next.kind) raw.kind = next.kind.length === 0 ? 'all' : next.kind;
  return raw;
}

/** The explorer's part of the address, and how to change it: as a step that the back button undoes, or in its place. */
export function useLogAddress() {
  const raw = useSearch({ strict: false }) as Raw;
  const navigate = useNavigate();
  const text = JSON.stringify(raw);
  // Parsed again only when something changed, so that what depends on a part of it stays as it is.
  const address = useMemo(() => parse(JSON.parse(text) as Raw), [text]);
  const change = useCallback(
    (next: Partial<LogAddress>, as: 'step' | 'replace' = 'step') =>
      void navigate({
        to: '.',
        search: ((before: Raw) => ({ ...before, ...print(next) })) as never,
        replace: as === 'replace',
        resetScroll: false,
      }),
    [navigate],
  );
  return [address, change] as const;
}

export type ChangeLogAddress = ReturnType<typeof useLogAddress>[1];
