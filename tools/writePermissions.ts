/** Writes the permission matrix from the contract: `node tools/writePermissions.ts`. */
import { writeFileSync } from 'node:fs';
import { describePermissions } from '../src/contract/describePermissions.ts';

writeFileSync(new URL('../docs/reference/permissions.md', import.meta.url), describePermissions());
