import type { NationalId } from './national-id.ts';
import { EUROPEAN_IDS } from './pii-ids-europe.ts';
import { WORLD_IDS } from './pii-ids-world.ts';

export const NATIONAL_IDS: readonly NationalId[] = [...EUROPEAN_IDS, ...WORLD_IDS];
