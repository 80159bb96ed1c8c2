import type { PlacedReplacement } from './splicer.ts';

/** Counts of one rule's replacements. */
export interface RuleCount {
  rule: string;
  kind: string;
  replacements: number;
}

export interface RedactionReport {
  add(replacement: PlacedReplacement): void;
  /** Writes the summary and closes the document. Returns the counts. */
  end(): RuleCount[];
}

/**
 * Writes the report of a redaction as it goes: one JSON document, one line a replacement, counts by rule at its end.
 * Keeps the counts only, and no value is ever in it:
 *
 *     {"replacements":[
 *     {"line":3,"column":14,"rule":"github-personal-token","kind":"key","token":"‹key:k7f3q2ab›"}
 *     ],"summary":{"replacements":1,"rules":[{"rule":"github-personal-token","kind":"key","replacements":1}]}}
 */
export function createRedactionReport(write: (text: string) => void): RedactionReport {
  const counts = new Map<string, RuleCount>();
  let total = 0;
  write('{"replacements":[\n');

  function add({ line, column, rule, kind, token, encoding }: PlacedReplacement): void {
    const count = counts.get(rule) ?? { rule, kind, replacements: 0 };
    counts.set(rule, count);
    count.replacements += 1;
    write(`${total === 0 ? '' : ',\n'}${JSON.stringify({ line, column, rule, kind, token, encoding })}`);
    total += 1;
  }

  function end(): RuleCount[] {
    const rules = [...counts.values()].sort((a, b) => b.replacements - a.replacements);
    write(`\n],"summary":${JSON.stringify({ replacements: total, rules })}}\n`);
    return rules;
  }
  return { add, end };
}
