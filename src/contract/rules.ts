interface Rule {
  /** Asked only of values of the right type. */
  holds(value: unknown): boolean;
  /** What is wrong, and what to do. */
  message: string;
}

const yearOf = (text: string): number => Number(text.slice(0, 4));

/**
 * What a value must be that JSON Schema has no word for. Each is said once and asked twice: the server refuses by it,
 * and a form in the browser, whose schema names it, asks it before anything is sent.
 */
export const RULES = {
  /** PostgreSQL keeps neither U+0000 nor half a surrogate pair; what it cannot keep byte for byte is refused. */
  keepable: {
    holds: (text: string) => !text.includes('\0') && text.isWellFormed(),
    message: 'holds U+0000 or half of a surrogate pair, which cannot be kept: remove it',
  },
  visible: {
    holds: (text: string) => text.trim() !== '',
    message: 'is empty: write at least one visible character',
  },
  possibleInstant: {
    holds: (at: string) => yearOf(at) >= 1000 && yearOf(at) <= 3200,
    message: 'lies outside the years 1000 to 3200',
  },
  possibleDay: {
    holds: (day: string) => yearOf(day) >= 1000,
    message: 'lies before the year 1000: check the century',
  },
  varied: {
    holds: (text: string) => new Set(text).size >= 5,
    message: 'repeats the same few characters: use at least five different ones',
  },
  distinctIds: {
    holds: (all: readonly { id: string }[]) => new Set(all.map(({ id }) => id)).size === all.length,
    message: 'holds two of one id: give each its own',
  },
} as const satisfies Record<string, { holds(value: never): boolean; message: string }>;

export type RuleName = keyof typeof RULES;

/** A rule by its name. */
export const ruleOf = (name: RuleName): Rule => RULES[name] as Rule;
