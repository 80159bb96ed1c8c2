import { RefusedError } from '../../client/refusedError.ts';

/** Of things that were to be changed together, those that a refusal names, each with the reason. */
export function refusedItems<Item>(
  error: unknown,
  items: readonly Item[],
): { item: Item; message: string }[] {
  const issues = error instanceof RefusedError ? (error.problem.issues ?? []) : [];
  return issues.flatMap(({ path, message }) => {
    const item = items[Number(/^\/items\/(\d+)$/.exec(path)?.[1])];
    return item ? [{ item, message }] : [];
  });
}
