/** Writes docs/guide/configuration.md from the server's variables. */
import { writeFileSync } from 'node:fs';
import { describeConfiguration } from '../src/server/describeConfiguration.ts';

writeFileSync(new URL('../docs/guide/configuration.md', import.meta.url), describeConfiguration());
