import { ORPCError } from '@orpc/server';
import { refuse } from './refuse.ts';

/**
 * Runs a change for each of several things, all or none, in their order.
 *
 * @param nouns what they are: `actions`
 * @throws conflict with one issue for each that cannot be changed so: `/items/3`
 */
export async function changeEach<Item, Changed>(
  items: readonly Item[],
  nouns: string,
  change: (item: Item) => Promise<Changed>,
): Promise<Changed[]> {
  const issues: { path: string; message: string }[] = [];
  const changed: Changed[] = [];
  for (const [i, item] of items.entries())
    try {
      changed.push(await change(item));
    } catch (error) {
      // Only our own refusals: after an error of the database its transaction takes no further statement.
      if (!(error instanceof ORPCError)) throw error;
      issues.push({ path: `/items/${i}`, message: error.message });
    }
  if (issues.length === 0) return changed;
  return refuse(
    'conflict',
    `Nothing was changed, because ${issues.length} of ${items.length} ${nouns} cannot be changed so. Take them out, or correct them.`,
    { issues },
  );
}

/**
 * Expects the version that an item of several names, if it names one.
 *
 * @throws conflict
 */
export function expectItemVersion(item: { version?: number | undefined }, row: { version: number }): void {
  if (item.version !== undefined && item.version !== row.version)
    refuse('conflict', `Somebody changed it in the meantime: it is at version ${row.version} now.`);
}
