import type { z } from 'zod';
import { type RuleName, ruleOf } from './rules.ts';

/** A schema that refuses what does not keep to a rule, and names it (`rules`) to those who ask before they send. */
export function obeying<Schema extends z.ZodType>(schema: Schema, name: RuleName): Schema {
  const { holds, message } = ruleOf(name);
  const rules = [...((schema.meta()?.rules as RuleName[] | undefined) ?? []), name];
  return schema.refine(holds, message).meta({ rules }) as Schema;
}
