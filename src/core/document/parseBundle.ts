import type { Bundle } from './bundle.ts';
import { bundleSchema } from './schema/bundleSchema.ts';
import { type Misfit, misfitsOf } from './schema/check.ts';

/** Reads `bundle.json`. Nothing is lost or changed; what does not fit the schema is found, and `bundle` is then undefined. */
export function parseBundle(json: string): { bundle: Bundle | undefined; misfits: Misfit[] } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return {
      bundle: undefined,
      misfits: [`/: not JSON (${error instanceof Error ? error.message : 'unreadable'})`],
    };
  }
  const misfits = misfitsOf(value, bundleSchema);
  return { bundle: misfits.length === 0 ? (value as Bundle) : undefined, misfits };
}
