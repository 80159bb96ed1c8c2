import { fromCursor, pageFrom } from '../../platform/operations/page.ts';

/** A page of a list that is at hand and never changes: its places are the cursor. */
export function pageOfList<Row, Item>(
  rows: readonly Row[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  toItem: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const start = cursor === undefined ? 0 : Number(fromCursor(cursor, 1)[0]);
  const placed = rows.slice(start, start + limit + 1).map((row, index) => ({ row, end: start + index + 1 }));
  return pageFrom(
    placed,
    limit,
    ({ end }) => [end],
    ({ row }) => toItem(row),
  );
}
