import { refuse } from './refuse.ts';

/**
 * Cursors say where a page ended: the sort values of its last item. They are opaque to callers, and hold nothing that
 * the page did not show.
 */
export const toCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * @param count how many values the list's order has
 * @throws invalid for anything that `toCursor` did not make
 */
export function fromCursor(cursor: string, count: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isValue = (value: unknown) =>
      (typeof value === 'string' && !value.includes('\0')) || Number.isSafeInteger(value);
    if (Array.isArray(values) && values.length === count && values.every(isValue)) return values;
  } catch {
    // Falls through to the refusal.
  }
  return refuse('invalid', 'This cursor was not given out by this list. Begin again without one.', {
    issues: [{ path: '/cursor', message: 'is not a cursor of this list' }],
  });
}

/**
 * Cuts a page from rows of which one more than the limit was asked for.
 *
 * @param keyOf the row's sort values, as the cursor holds them
 * @param toItem a row as it is shown; default: as it is
 */
export function pageFrom<Row, Item = Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  toItem: (row: Row) => Item = row => row as unknown as Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit ? toCursor(keyOf(shown.at(-1)!)) : null,
  };
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The id in a cursor of a list in the order of ids.
 *
 * @throws invalid
 */
export function idFromCursor(cursor: string): string {
  const id = String(fromCursor(cursor, 1)[0]);
  return ID.test(id)
    ? id
    : refuse('invalid', 'This cursor was not given out by this list. Begin again without one.');
}
