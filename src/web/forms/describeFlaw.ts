import type { RuleName } from '../../contract/rules.ts';
import { t } from '../messages/index.ts';
import type { Flaw } from './checkValue.ts';
import { type TextsByField, textsAt } from './fieldTexts.ts';

/** What is wrong with what was filled in, and what to do; in the words of the field where it has some of its own. */
export function describeFlaw({ keyword, schema, value, path }: Flaw, texts: TextsByField): string {
  const { rules, formats, problems } = t.forms;
  if (keyword in rules) return rules[keyword as RuleName];
  if (keyword === 'pattern') {
    const own = textsAt(texts, path)?.pattern ?? formats[schema.format ?? ''];
    if (own) return own;
  }
  if (keyword === 'type' && formats[String(schema.type)]) return formats[String(schema.type)]!;
  if (keyword === 'required' && schema.items) return problems.minItems!(1 as never, value as never);
  const limit = (schema as Record<string, unknown>)[keyword];
  return problems[keyword]!(limit as never, value as never);
}
