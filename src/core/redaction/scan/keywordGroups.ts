import type { RedactionRule } from '../rule.ts';

/** Rules, by index, that need a run or a value of at least so many bytes. */
export interface RunGroup {
  rules: number[];
  run: number;
}

/** A keyword with the rules it leads to, by what must be true around it. */
export interface KeywordGroups {
  text: string;
  /** Nothing. */
  anywhere: number[];
  /** It is not part of a longer word. */
  asWord: number[];
  /** No letter or digit stands before it. */
  atStart: RunGroup[];
  /** A value is assigned to it. */
  assigned: RunGroup[];
}

/** The keywords of all rules, each once. */
export function groupKeywords(rules: readonly RedactionRule[]): KeywordGroups[] {
  const byText = new Map<string, KeywordGroups>();
  rules.forEach((rule, index) => {
    for (const text of rule.keywords) {
      const keyword = byText.get(text) ?? { text, anywhere: [], asWord: [], atStart: [], assigned: [] };
      byText.set(text, keyword);
      if (rule.at === 'start') addToRun(keyword.atStart, index, rule.run ?? 0);
      else if (rule.at === 'assigned') addToRun(keyword.assigned, index, rule.run ?? 0);
      else if (rule.at === 'word') keyword.asWord.push(index);
      else keyword.anywhere.push(index);
    }
  });
  return [...byText.values()];
}

function addToRun(groups: RunGroup[], rule: number, run: number): void {
  const group = groups.find(candidate => candidate.run === run);
  if (group) group.rules.push(rule);
  else groups.push({ rules: [rule], run });
}

/** Whether some rule looks at the keyword with a letter before it. */
export function isSoughtInWords({ text, anywhere, asWord, assigned }: KeywordGroups): boolean {
  return anywhere.length > 0 || assigned.length > 0 || (asWord.length > 0 && text.length > SHORT_WORD);
}

/** Words of that length are sought on their own only, not in camel case: `runTin` says nothing of a tin. */
export const SHORT_WORD = 3;
