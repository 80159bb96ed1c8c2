/** What somebody fills in, by the name of the field. */
export type FieldValues = Record<string, unknown>;

/** A row's `key` tells it apart on screen and says nothing of what was filled in. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (name, inner) => (name === 'key' ? undefined : inner)) ?? '';

/** Names of the fields that differ. */
export const changedNames = (before: FieldValues, after: FieldValues): string[] =>
  Object.keys(after).filter(name => textOf(before[name]) !== textOf(after[name]));

/** Mine where I changed something since `base`, theirs everywhere else. */
export function mergeEdits<Values extends FieldValues>(base: Values, mine: Values, theirs: Values): Values {
  const kept = changedNames(base, mine).map(name => [name, mine[name]]);
  return { ...theirs, ...Object.fromEntries(kept) };
}
