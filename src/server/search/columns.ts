import { FACETS, type Facet } from '../../contract/search.ts';

/** A row of `search_document` as a server keeps it: what is counted by, and when it was. */
export interface DocumentRow {
  ord: number;
  isGuarded: boolean;
  isGone: boolean;
  /** Microseconds since 1970. */
  at: number;
  /** Counts the row's changes. */
  version: number;
  /** Values of each facet, none where nobody said; ids in order. */
  values: Readonly<Record<Facet, readonly string[]>>;
}

/**
 * A facet of all documents. What documents have of it (no value, one, or several services) is coded as one number, so
 * counting takes one addition for a document, whatever the facet.
 */
export interface FacetColumn {
  /** By ord. */
  codes: Uint32Array;
  /** By code: places among the values. */
  combinations: (readonly number[])[];
  values: string[];
  codeOf: Map<string, number>;
  placeOf: Map<string, number>;
}

/** All documents by ord, side by side: some 60 bytes each. Places of ords that were never given are gone. */
export interface Columns {
  /** One more than the highest ord. */
  size: number;
  /** No document, any more. */
  isGone: Uint8Array;
  isGuarded: Uint8Array;
  at: Float64Array;
  version: Uint32Array;
  facets: Record<Facet, FacetColumn>;
}

const SMALLEST = 1_024;

/** Columns without documents. */
export function createColumns(): Columns {
  const facets = Object.fromEntries(
    FACETS.map(facet => [
      facet,
      {
        codes: new Uint32Array(SMALLEST),
        combinations: [],
        values: [],
        codeOf: new Map(),
        placeOf: new Map(),
      } satisfies FacetColumn,
    ]),
  ) as unknown as Columns['facets'];
  return {
    size: 0,
    isGone: new Uint8Array(SMALLEST).fill(1),
    isGuarded: new Uint8Array(SMALLEST),
    at: new Float64Array(SMALLEST),
    version: new Uint32Array(SMALLEST),
    facets,
  };
}

/** Puts a row where its ord says, unless a later state of it is there. */
export function putRow(columns: Columns, { ord, isGuarded, isGone, at, version, values }: DocumentRow): void {
  if (ord >= columns.isGone.length) grow(columns, 2 ** Math.ceil(Math.log2(ord + 1)));
  if (columns.version[ord]! > version) return;
  columns.size = Math.max(columns.size, ord + 1);
  columns.version[ord] = version;
  columns.isGone[ord] = Number(isGone);
  columns.isGuarded[ord] = Number(isGuarded);
  columns.at[ord] = at;
  for (const facet of FACETS) {
    const column = columns.facets[facet];
    column.codes[ord] = codeFor(column, values[facet]);
  }
}

function codeFor(column: FacetColumn, values: readonly string[]): number {
  const key = values.join('\n');
  const known = column.codeOf.get(key);
  if (known !== undefined) return known;
  column.codeOf.set(key, column.combinations.length);
  return column.combinations.push(values.map(value => placeFor(column, value))) - 1;
}

function placeFor({ values, placeOf }: FacetColumn, value: string): number {
  const known = placeOf.get(value);
  if (known !== undefined) return known;
  placeOf.set(value, values.length);
  return values.push(value) - 1;
}

/** By code: 1 for combinations with one of the wanted values. */
export function codesWith({ combinations, values }: FacetColumn, wanted: readonly string[]): Uint8Array {
  const isWanted = Uint8Array.from(values, value => Number(wanted.includes(value)));
  return Uint8Array.from(combinations, places => Number(places.some(place => isWanted[place])));
}

function grow(columns: Columns, capacity: number): void {
  const moved = <T extends Uint8Array | Uint32Array | Float64Array>(from: T, to: T): T => {
    to.set(from as never);
    return to;
  };
  columns.isGone = moved(columns.isGone, new Uint8Array(capacity).fill(1));
  columns.isGuarded = moved(columns.isGuarded, new Uint8Array(capacity));
  columns.at = moved(columns.at, new Float64Array(capacity));
  columns.version = moved(columns.version, new Uint32Array(capacity));
  for (const facet of FACETS)
    columns.facets[facet].codes = moved(columns.facets[facet].codes, new Uint32Array(capacity));
}
