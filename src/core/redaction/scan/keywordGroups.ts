import type { RedactionRule } from '../rule.ts';

/** Rules, by index, that ask for the same number of bytes. */
export interface RuleGroup {
  rules: number[];
  bytes: number;
}

/** A keyword with the rules it leads to, by what must be true around it. */
export interface KeywordGroups {
  text: string;
  /** Nothing. */
  anywhere: number[];
  /** It is not part of a longer word. */
  asWord: number[];
  /** The same, and a digit stands within so many bytes behind it; 0: or none does. */
  asLabel: RuleGroup[];
  /** No letter or digit stands before it, and a run of so many bytes begins with it. */
  atStart: RuleGroup[];
  /** A value of so many bytes is assigned to it. */
  assigned: RuleGroup[];
}

/** The keywords of all rules, each once. */
export function groupKeywords(rules: readonly RedactionRule[]): KeywordGroups[] {
  const byText = new Map<string, KeywordGroups>();
  rules.forEach((rule, index) => {
    for (const text of rule.keywords) {
      const keyword = byText.get(text) ?? {
        text,
        anywhere: [],
        asWord: [],
        asLabel: [],
        atStart: [],
        assigned: [],
      };
      byText.set(text, keyword);
      if (rule.at === 'start') addTo(keyword.atStart, index, rule.run);
      else if (rule.at === 'assigned') addTo(keyword.assigned, index, rule.run);
      else if (rule.at === 'word') keyword.asWord.push(index);
      else if (rule.at === 'label') addTo(keyword.asLabel, index, rule.digitWithin);
      else keyword.anywhere.push(index);
    }
  });
  return [...byText.values()];
}

function addTo(groups: RuleGroup[], rule: number, bytes = 0): void {
  const group = groups.find(candidate => candidate.bytes === bytes);
  if (group) group.rules.push(rule);
  else groups.push({ rules: [rule], bytes });
}

/** Whether some rule looks at the keyword with a letter before it. */
export function isSoughtInWords({ text, anywhere, asWord, asLabel, assigned }: KeywordGroups): boolean {
  const isHump = text.length > SHORT_WORD && asWord.length + asLabel.length > 0;
  return anywhere.length > 0 || assigned.length > 0 || isHump;
}

/** Words of that length are sought on their own only, not in camel case: `runTin` says nothing of a tin. */
export const SHORT_WORD = 3;
