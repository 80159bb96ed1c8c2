/** A condition over facts as data, judged in three values: what is not known is never taken for false. */
export type Condition<Fact extends string> =
  | Fact
  | { readonly not: Condition<Fact> }
  | { readonly all: readonly Condition<Fact>[] }
  | { readonly any: readonly Condition<Fact>[] };

export type Facts<Fact extends string> = { readonly [fact in Fact]?: boolean | undefined };

/** Whether the condition holds; undefined where the facts at hand do not settle it. */
export function judge<Fact extends string>(
  condition: Condition<Fact>,
  facts: Facts<Fact>,
): boolean | undefined {
  if (typeof condition === 'string') return facts[condition];
  if ('not' in condition) {
    const inner = judge(condition.not, facts);
    return inner === undefined ? undefined : !inner;
  }
  const isAll = 'all' in condition;
  const parts = (isAll ? condition.all : condition.any).map(part => judge(part, facts));
  if (parts.includes(!isAll)) return !isAll;
  return parts.includes(undefined) ? undefined : isAll;
}

/** The facts that a condition speaks of, each once, in the order in which they stand. */
export function factsIn<Fact extends string>(condition: Condition<Fact>): Fact[] {
  if (typeof condition === 'string') return [condition];
  const parts = 'not' in condition ? [condition.not] : 'all' in condition ? condition.all : condition.any;
  return [...new Set(parts.flatMap(part => factsIn(part)))];
}
