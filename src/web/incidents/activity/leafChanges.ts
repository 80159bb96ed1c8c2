export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What changed inside of what changed: of twelve times the one that was corrected, under its own name. */
export function leafChanges({ field, before, after }: Change): Change[] {
  if (!isRecord(before) || !isRecord(after)) return [{ field, before, after }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(key => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .flatMap(key => leafChanges({ field: key, before: before[key], after: after[key] }));
}
