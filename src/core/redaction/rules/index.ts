import type { RedactionRule } from '../rule.ts';
import { GENERIC_RULES } from './generic.ts';

/** Every rule. */
export const RULES: readonly RedactionRule[] = [...GENERIC_RULES];
