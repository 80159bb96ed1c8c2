import { change } from './change.ts';
import { cost } from './cost.ts';
import { full } from './full.ts';
import { nearMiss } from './nearMiss.ts';
import { security } from './security.ts';
import { short } from './short.ts';
import type { Template } from './template.ts';
import { vendor } from './vendor.ts';

/** The templates that every installation begins with. */
export const TEMPLATES: readonly Template[] = [full, short, security, change, vendor, cost, nearMiss];
