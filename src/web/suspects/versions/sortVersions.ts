import type { VersionRow } from '../suspect.ts';

const VALUES = {
  service: null,
  requests: row => row.now?.requests,
  failed: row => row.now && row.now.errors / row.now.requests,
  p50: row => row.now?.p50Us,
  p90: row => row.now?.p90Us,
  p95: row => row.now?.p95Us,
  p99: row => row.now?.p99Us,
} satisfies Record<string, ((row: VersionRow) => number | null | undefined) | null>;

export type SortKey = keyof typeof VALUES;

export interface VersionOrder {
  by: SortKey;
  isDescending: boolean;
}

/** An order out of an address: `p95`, or `-p95` for the highest first; the slowest first unless it says another. */
export function orderOf(text: string | undefined): VersionOrder {
  const by = text?.replace(/^-/, '') ?? '';
  return Object.hasOwn(VALUES, by)
    ? { by: by as SortKey, isDescending: text!.startsWith('-') }
    : { by: 'p95', isDescending: true };
}

/** An order for an address; undefined for the usual one. */
export const orderText = ({ by, isDescending }: VersionOrder): string | undefined =>
  by === 'p95' && isDescending ? undefined : `${isDescending ? '-' : ''}${by}`;

const byName = (one: VersionRow, other: VersionRow): number =>
  one.service.localeCompare(other.service) ||
  one.version.localeCompare(other.version, undefined, { numeric: true });

/** Rows in an order; what has no value comes last either way. */
export function sortVersions(rows: readonly VersionRow[], { by, isDescending }: VersionOrder): VersionRow[] {
  const sign = isDescending ? -1 : 1;
  const measure = VALUES[by];
  if (!measure) return rows.toSorted((one, other) => sign * byName(one, other));
  return rows.toSorted((one, other) => {
    const [a, b] = [measure(one) ?? undefined, measure(other) ?? undefined];
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined) || byName(one, other);
    return sign * (a - b) || byName(one, other);
  });
}
