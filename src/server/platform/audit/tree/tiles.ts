import { type Kysely, sql } from 'kysely';
import { HASH_BYTES, rootOf } from './hashes.ts';

/** Leaves, or nodes, under one stored node. */
export const TILE = 256;

/**
 * Stored hashes of one height, one behind the other: leaves at height 0, above it roots of 256^height leaves each. Fewer
 * than asked for when the log ends before.
 */
export async function readHashes<Database>(
  db: Kysely<Database>,
  { height, from, to }: { height: number; from: number; to: number },
): Promise<Buffer> {
  const source = height === 0 ? sql`audit_leaf where` : sql`audit_node where height = ${height} and`;
  const { rows } = await sql<{ hashes: Buffer | null }>`
    select string_agg(hash, ''::bytea order by index) as hashes
    from ${source} index >= ${from} and index < ${to}`.execute(db);
  return rows[0]?.hashes ?? Buffer.alloc(0);
}

/** Stores the nodes that became complete when the log grew from one size to another. */
export async function completeTiles<Database>(
  transaction: Kysely<Database>,
  { from, to }: { from: number; to: number },
): Promise<void> {
  for (let height = 1, width = TILE; ; height++, width *= TILE) {
    const first = Math.floor(from / width);
    const end = Math.floor(to / width);
    if (first === end) return;
    const children = { height: height - 1, from: first * TILE, to: end * TILE };
    const hashes = await readHashes(transaction, children);
    if (hashes.length !== (end - first) * TILE * HASH_BYTES)
      throw new Error(`The audit log has a gap between ${first * width} and ${end * width}.`);
    await storeNodes(transaction, { height, first, roots: rootsOfTiles(hashes) });
  }
}

function rootsOfTiles(hashes: Buffer): Buffer[] {
  const bytes = TILE * HASH_BYTES;
  return Array.from({ length: hashes.length / bytes }, (_, tile) =>
    rootOf(hashes.subarray(tile * bytes, (tile + 1) * bytes)),
  );
}

async function storeNodes<Database>(
  transaction: Kysely<Database>,
  { height, first, roots }: { height: number; first: number; roots: Buffer[] },
): Promise<void> {
  await sql`
    insert into audit_node (height, index, hash)
    select ${height}::smallint, ${first}::bigint + place - 1, hash
    from unnest(${roots}::bytea[]) with ordinality as node (hash, place)`.execute(transaction);
}
