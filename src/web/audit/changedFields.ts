export interface ChangedField {
  field: string;
  before: unknown;
  after: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields in which two looks at a thing differ; a thing that came or went differs in all that it says. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const [old, fresh] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter(field => JSON.stringify(old[field]) !== JSON.stringify(fresh[field]))
    .map(field => ({ field, before: old[field], after: fresh[field] }));
}
