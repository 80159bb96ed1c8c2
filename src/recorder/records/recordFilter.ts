import type { Micros } from '../../core/record.ts';
import type { Values } from './openEngine.ts';

/** What a record may be chosen by out of a few words. */
export const FACETS = ['source', 'service', 'host', 'level', 'kind'] as const;
export type Facet = (typeof FACETS)[number];

/** What records are narrowed by: words of one field are alternatives, fields add up; undefined does not narrow. */
export interface RecordFilter extends Partial<Record<Facet | 'path', readonly string[] | undefined>> {
  /** Stands in body, name or attributes, whatever the case of its letters. */
  text?: string | undefined;
  /** Stands in none of them. */
  not?: string | undefined;
  traceId?: string | undefined;
  /** On which a record begins in its file. */
  line?: number | undefined;
  /** On the reference clock; half-open. A record without a time is in no such range. */
  from?: Micros | undefined;
  to?: Micros | undefined;
}

/** Conditions of SQL, and the values that they name. */
export interface Conditions {
  sql: string;
  values: Values;
}

const SEARCHED = ['body', 'name', 'attributes'] as const;

/** Whether a text stands in a record; one without letters needs no folding of case, which is most of the work. */
function containsText(text: string, name: string): string {
  const hasCase = text.toLowerCase() !== text.toUpperCase();
  const each = SEARCHED.map(column =>
    hasCase ? `contains(lower(${column}), lower($${name}))` : `contains(${column}, $${name})`,
  );
  return `(${each.join(' or ')})`;
}

/** The conditions of a filter, without those of the facets named in `without`. */
export function conditionsOf(filter: RecordFilter, without: readonly Facet[] = []): Conditions {
  const values: Values = {};
  const parts: string[] = [];
  for (const column of [...FACETS, 'path' as const]) {
    const words = filter[column];
    if (words === undefined || (without as readonly string[]).includes(column)) continue;
    const names = words.map((word, place) => {
      values[`${column}${place}`] = word;
      return `$${column}${place}`;
    });
    parts.push(`${column} in (${names.join(', ')})`);
  }
  const { text, not, traceId, line, from, to } = filter;
  const add = (part: string, name: string, value: string | number | bigint): void => {
    parts.push(part);
    values[name] = value;
  };
  if (text) add(containsText(text, 'text'), 'text', text);
  if (not) add(`not ${containsText(not, 'not')}`, 'not', not);
  if (traceId !== undefined) add('trace_id = $traceId', 'traceId', traceId);
  if (line !== undefined) add('line = $line', 'line', line);
  if (from !== undefined) add('"at" >= make_timestamptz($from::bigint)', 'from', BigInt(from));
  if (to !== undefined) add('"at" < make_timestamptz($to::bigint)', 'to', BigInt(to));
  return { sql: parts.length === 0 ? 'true' : parts.join(' and '), values };
}
