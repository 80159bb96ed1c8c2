import type { Remark } from '../remark.ts';
import { contentWords } from './contentWords.ts';
import { isFiller } from './isFiller.ts';
import { VAGUENESS_RULES } from './vaguenessRules.ts';

export interface TitleRemark extends Remark {
  /** A phrasing to learn from. */
  better: string;
}

/** Fewer different words cannot say what is changed, and where. */
const LEAST_WORDS = 3;
const EXAMPLE = 'Say what is changed, and where: “Set a memory limit of 2 GiB on the report workers”.';

/**
 * What is vague about an action's title. Warnings, never errors: a title is noted in the hurry of a review, and made
 * precise before the review ends.
 */
export function checkActionTitle(title: string): TitleRemark[] {
  const said = leadOf(title);
  if (isFiller(title)) return [remark('filler', 'The title says nothing yet.', EXAMPLE)];
  const found = VAGUENESS_RULES.filter(({ pattern }) => pattern.test(said));
  if (found.length > 0) return found.map(({ id, reason, better }) => remark(id, reason, better));
  if (contentWords(title).size < LEAST_WORDS)
    return [remark('too-short', 'So few words cannot say what is changed, and where.', EXAMPLE)];
  return [];
}

/** What is promised, without the explanation that follows it, in lower case and plain letters. */
const leadOf = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[*`]+|^\s*[-*]\s+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?:: |(?<!\betc)\. | - | – | — ).*$/s, '');

const remark = (code: string, text: string, better: string): TitleRemark => ({
  level: 'warning',
  code,
  on: 'title',
  text: `${text} ${better}`,
  better,
});
