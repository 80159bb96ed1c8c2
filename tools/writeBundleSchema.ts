/** Writes the published JSON Schema of `bundle.json` from its one definition: `node tools/writeBundleSchema.ts`. */
import { writeFileSync } from 'node:fs';
import { bundleSchema } from '../src/core/document/schema/bundleSchema.ts';

const target = new URL('../docs/reference/bundle.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(bundleSchema, null, 2)}\n`);
