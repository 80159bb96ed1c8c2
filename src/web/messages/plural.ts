const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/** `plural(1, 'incident', 'incidents')` → `1 incident`. */
export const plural = (count: number, one: string, other: string): string =>
  `${numbers.format(count)} ${rules.select(count) === 'one' ? one : other}`;
