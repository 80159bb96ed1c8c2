import { LRUCache } from 'lru-cache';
import type { Db } from './openDatabase.ts';

interface Remembering<Row> {
  /** Reads the rows of these ids from the database; ids that are not there are left out. */
  read(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Row>>;
  /** How much room a row takes, in units of `most`; at least 1. */
  sizeOf(row: Row): number;
  /** How much is remembered; what was not used for longest is forgotten first. */
  most: number;
}

/**
 * Rows that never change once they are there, by id: what was read lately is not read again. Safe within transactions and
 * between servers, because an id names the same content for ever; whether somebody may see it is asked where the id is
 * found.
 *
 * @returns a function that gives the row of each id that is there
 */
export function rememberRows<Row extends object>({
  read,
  sizeOf,
  most,
}: Remembering<Row>): (db: Db, ids: readonly string[]) => Promise<Map<string, Row>> {
  const known = new LRUCache<string, Row>({ maxSize: most, sizeCalculation: sizeOf });

  return async (db, ids) => {
    const rows = new Map<string, Row>();
    const absent: string[] = [];
    for (const id of ids) {
      const row = known.get(id);
      if (row === undefined) absent.push(id);
      else rows.set(id, row);
    }
    if (absent.length === 0) return rows;
    for (const [id, row] of await read(db, absent)) {
      known.set(id, row);
      rows.set(id, row);
    }
    return rows;
  };
}
