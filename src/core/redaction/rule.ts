/**
 * A redaction rule is data. The engine looks at a rule only where one of its keywords stands (one pass over the text
 * for the keywords of all rules), so a rule costs nothing on lines that cannot hold it.
 */
export interface RedactionRule {
  /** Stable and readable: `github-pat`. */
  id: string;
  /** The kind that the token shows: `‹kind:k7f3›`. Several rules share a kind: `secret`, `key`, `mail`, `name`, `ip` … */
  kind: string;
  /**
   * Lower-case ASCII literals of which at least one stands in, or near before, every match (compared without case).
   * At least 3 characters each where possible: they decide the speed. `[]` only with `trigger`.
   */
  keywords: readonly string[];
  /** For kinds without a literal: a named class of bytes that the prefilter counts (see engine). */
  trigger?: 'digits' | 'at-sign' | 'dotted-quad' | 'colons' | 'capitals' | 'long-token' | 'non-ascii';
  /** Instead of `pattern`, for kinds that need a dictionary or a parser: the spans to replace, ascending, `[start, end)`. */
  find?(text: string): readonly (readonly [number, number])[];
  /**
   * Where a match stands, for rules whose keyword says so; cheaper and surer than searching around it.
   *
   * - `start`: the match begins with the keyword, and no letter or digit stands before it. The pattern is tried
   *   there only; its flags must hold `y`.
   * - `assigned`: the keyword is in a name that a value is given to (`x_key = v`, `"x": "v"`, `--x v`, `<x>v</x>`).
   *   The pattern is tried on the value alone, so it is written `^…$`, without flags.
   *
   * - `word`: as by default, but only around keywords that are not part of a longer lower-case word: `lat` is in
   *   `lat=`, `userLat` and `LAT_1`, not in `latency`.
   *
   * - `label`: the match begins with such a keyword. The pattern is tried there only; its flags must hold `y`.
   *
   * Default: the pattern is searched for in a window from 128 characters before a keyword to `reach` after it.
   */
  at?: 'start' | 'assigned' | 'word' | 'label';
  /** How far behind its keyword or trigger a match may end, in characters, where it is searched for. Default 512. */
  reach?: number;
  /**
   * With `at: 'start'`: from the keyword on, at least this many characters follow without space, quote or bracket. With
   * `at: 'assigned'`: the value has at least this many bytes.
   */
  run?: number;
  /**
   * With `at: 'label'`: a digit stands behind the keyword, within so many bytes. Labels are everyday words; most lines
   * that hold one are not looked at then.
   */
  digitWithin?: number;
  /**
   * Whether it judges by the words all around. Such a rule is not asked again about a text in which tokens stand: it has
   * been judged before, and reads differently now.
   */
  isContextual?: true;
  /**
   * Finds the secret. Flags must hold `g`, but where `at` says otherwise, and `d` where there is a group. Linear time on every input: no nested quantifiers, bounded repeats.
   * The group `secret` is what gets replaced; without it, the whole match.
   */
  pattern?: RegExp;
  /**
   * Last word on a match: entropy, a checksum, an allow-list. `secret` is the text that would be replaced, `name`
   * what it is assigned to (with `at: 'assigned'`; otherwise `''`).
   */
  accept?(secret: string, match: RegExpExecArray, name: string): boolean;
  /** Texts in which the rule finds something … */
  hits: readonly string[];
  /** … and texts that look like it but stay as they are. */
  misses: readonly string[];
}

/** One replacement, as the report keeps it: never the value. */
export interface Replacement {
  rule: string;
  kind: string;
  token: string;
  /** UTF-16 offsets of what was replaced, in the text before redaction. */
  start: number;
  end: number;
  /** How the value was written, when not plainly. */
  encoding?: 'base64' | 'hex' | 'percent' | 'json';
}

/** Makes the token's suffix from kind and value: a keyed hash, so that equal values get equal tokens in one incident. */
export type TokenOf = (kind: string, value: string) => string;
