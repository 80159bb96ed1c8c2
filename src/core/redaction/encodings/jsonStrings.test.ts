import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonStringsIn } from './jsonStrings.ts';

test('strings of prose are read with their names', () => {
  const line = '{"n":1,"msg":"Phone:\\n0301 2345","list":["a b","c"],"in":{"quote":"\\"\\u00f6 x\\""}}';
  expect(jsonStringsIn(line).map(({ key, text }) => [key, text])).toEqual([
    ['msg', 'Phone:\n0301 2345'],
    ['list', 'a b'],
    ['quote', '"ö x"'],
  ]);
});

test('each character knows where it is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), text => {
      const line = JSON.stringify({ key: ` ${text}` });
      const [string] = jsonStringsIn(line);
      expect(string!.text).toBe(` ${text}`);
      for (let at = 0; at < string!.text.length; at += 1) {
        const written = line.slice(string!.placeOf(at), string!.placeOf(at + 1));
        expect(JSON.parse(`"${written}"`)).toBe(string!.text[at]);
      }
    }),
  );
});

test('other text has none', () => {
  expect(jsonStringsIn('said "open sesame" twice')).toEqual([]);
});
