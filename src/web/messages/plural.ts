const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/** `plural(1, 'incident', 'incidents')` → `1 incident`. */
export const plural = (count: number, one: string, other: string): string =>
  `${numbers.format(count)} ${rules.select(count) === 'one' ? one : other}`;

/** `40371` → `40,371`. */
export const countText = (count: number): string => numbers.format(count);
