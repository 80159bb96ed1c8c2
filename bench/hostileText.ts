/** Texts made to be slow for rules: stuffed with keywords, near misses, runs of one character, nested quotes. */
import { RULES } from '../src/core/redaction/rules/index.ts';

const keywords = [...new Set(RULES.flatMap(rule => rule.keywords))];

const UNITS: Readonly<Record<string, string>> = {
  'one letter': 'a',
  'one digit': '7',
  'all keywords': `${keywords.join(' ')} `,
  'password=password=': 'password=',
  'near misses': `ghp_${'a1B2'.repeat(8)}a1B! `,
  'header starts': 'eyJhbGciOiJIUzI1NiJ9. ',
  'nested quotes': '{\\"a\\":\\"',
  quotes: '"',
  backslashes: '\\',
  'at signs': 'a@',
  'dots and digits': '1.1.1.',
  colons: 'a:',
  slashes: '://',
  base64: `${btoa('nothing to see in here, just a text')} `,
};

/** Name → text of about `bytes` in one line. */
export function hostileTexts(bytes: number): Map<string, string> {
  return new Map(
    Object.entries(UNITS).map(([name, unit]) => [name, unit.repeat(Math.ceil(bytes / unit.length))]),
  );
}
