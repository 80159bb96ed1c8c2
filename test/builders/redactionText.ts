import fc from 'fast-check';
import { RULES } from '../../src/core/redaction/rules/index.ts';

const EXAMPLES = RULES.flatMap(rule => [...rule.hits, ...rule.misses]).filter(text => !text.includes('\n'));

/** What stands around secrets in logs: operators, quotes, escapes, ids, words, text beyond ASCII. */
const SURROUNDINGS = [
  ' ', '  ', '=', ': ', ':', ',', ', ', '"', "'", '\\"', '{', '}', '[', ']', '(', ')', '<', '>', '/', '.', '-', '_', '|', '&', ';', '@',
  'password', 'token', 'api_key', 'Authorization', 'Bearer ', 'user', 'name is ', 'Anna Holm', 'INFO', '--', 'é', '漢字', '🦊',
  '%3D', '%41', '\\u0041', '\\n', '‹', '›', '‹secret:abcdefgh›', '2024-05-01T10:00:00Z', '10.0.0.7', '4111 1111 1111 1111',
  '3f2b8c1e9d474a6b8e057c19f4d2a6b8', 'org.example.Service', '1700000000000', 'key', 'secret', 'eyJ', 'AKIA', 'x', '0', '9f', '\t',
]; // biome-ignore format: one table

/** One line of text that is full of secrets, personal data, near misses and what cuts them short. */
export const anyLine: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...SURROUNDINGS) },
      { weight: 3, arbitrary: fc.constantFrom(...EXAMPLES) },
      { weight: 1, arbitrary: fc.string({ maxLength: 12 }).filter(text => !/[\n\r]/.test(text)) },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constantFrom(...EXAMPLES), fc.nat(40)).map(([text, cut]) => text.slice(cut)),
      },
    ),
    { maxLength: 9 },
  )
  .map(parts => parts.join(''));
