import { expect, test } from 'vitest';
import { codeOf, isGenerated, isTest, sources } from './sources.ts';

const ALL = sources().filter(source => !isGenerated(source));
const CODE = ALL.filter(source => !isTest(source));

test('no file has more than 300 lines', () => {
  expect(ALL.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test('no name says Manager, Helper, Util or Service', () => {
  const vague =
    /(?:class|function|interface|type|const)\s+\w*(?:Manager|Helper|Util|Utils)\b|(?:class|interface)\s+\w+Service\b/;
  const wrong = ALL.filter(
    source =>
      vague.test(codeOf(source)) ||
      /(?:Manager|Helper|Utils?|\/(?:manager|helper|utils?))\.ts$/.test(source.path),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('exports have names', () => {
  expect(ALL.filter(source => /^export default\b/m.test(codeOf(source))).map(({ path }) => path)).toEqual([]);
});

test('exported functions and classes have a sentence', () => {
  const bare = CODE.flatMap(({ path, text }) =>
    Array.from(text.matchAll(/^(?!.*\*\/).*\n(export (?:async )?(?:function\*?|class) \w+)/gm))
      .filter(match => !match[0]!.split('\n')[0]!.trimEnd().endsWith('*/'))
      .map(match => `${path}: ${match[1]}`),
  );
  expect(bare).toEqual([]);
});

test('nothing is left for later', () => {
  const later = /\b(?:TODO|FIXME|XXX|HACK)\b|not implemented/;
  expect(ALL.filter(({ text }) => later.test(text)).map(({ path }) => path)).toEqual([]);
});

test('types are not silenced', () => {
  const silenced = /@ts-ignore|@ts-expect-error|@ts-nocheck|\bas any\b/;
  expect(ALL.filter(source => silenced.test(codeOf(source))).map(({ path }) => path)).toEqual([]);
});
