import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonElement, JsonElements } from './elements.ts';

/** Cuts `text`, fed in pieces of `size` bytes. */
function cut(text: string, arrays: string[] = [], size = 1 << 20) {
  const elements: JsonElement[] = [];
  const broken: { line: number; text: string; why: string }[] = [];
  const scanner = new JsonElements(arrays, {
    element: element => elements.push(element),
    broken: entry => broken.push(entry),
  });
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += size) scanner.push(Uint8Array.from(bytes.subarray(i, i + size)));
  scanner.end();
  return { elements, broken, texts: elements.map(element => element.text) };
}

test('the entries of a root array come one by one, with their lines', () => {
  const { elements } = cut('[\n {"a": "]"},\n  2,\n\n "\\""\n]\n');
  expect(elements.map(({ text, line }) => [text, line])).toEqual([
    ['{"a": "]"}', 2],
    ['2', 3],
    ['"\\""', 5],
  ]);
});

test('elements of a text of one line are numbered', () => {
  expect(cut('[1,[2],{"b":3}]').elements.map(({ text, line }) => [text, line])).toEqual([
    ['1', 1],
    ['[2]', 2],
    ['{"b":3}', 3],
  ]);
});

test('arrays named by path are streamed, and what surrounds them is given', () => {
  const { elements } = cut('{"status":"ok","data":{"type":"m","result":[{"x":1},{"x":2}],"n":[0]},"z":1}', [
    'data.result',
  ]);
  expect(elements.map(({ text, array }) => [text, array])).toEqual([
    ['{"x":1}', 'data.result'],
    ['{"x":2}', 'data.result'],
    ['{"status":"ok","data":{"type":"m","result":[],"n":[0]},"z":1}', '$'],
  ]);
  expect(elements[0]?.before).toBe('{"status":"ok","data":{"type":"m","result":[');
});

test('root values may follow each other on new lines, not on one', () => {
  expect(cut('{"a":1}\n{"a":\n2}\n').texts).toEqual(['{"a":1}', '{"a":\n2}']);
  expect(cut('{"a":1} {"a":2}').broken).toEqual([
    { line: 1, text: '{"a":2}', why: 'there is text after the end of a JSON value' },
  ]);
});

test('a cut-off array gives the entries before the cut', () => {
  const { texts, broken } = cut('{"items":[{"a":1},{"a":2},{"a":"thr', ['items']);
  expect(texts).toEqual(['{"a":1}', '{"a":2}']);
  expect(broken.map(entry => entry.why)).toEqual(['the text ends inside a value']);
});

test('reading goes on behind broken entries', () => {
  const { texts, broken } = cut('[1,,2 3,{"a" 1}]\n[4]');
  expect(texts).toEqual(['1', '2', '3', '{"a" 1}', '4']);
  expect(broken.map(entry => entry.why)).toEqual([
    'a value is missing before this',
    'a comma is missing before this value',
  ]);
});

test('deep nesting is refused', () => {
  expect(cut('['.repeat(3000) + ']'.repeat(3000)).broken[0]?.why).toContain('nested deeper');
});

describe('whatever the value and the pieces', () => {
  const json = fc.jsonValue({ maxDepth: 5 });
  const space = fc.constantFrom(undefined, 1, '\t');

  test('the entries of an array are the array', () => {
    fc.assert(
      fc.property(fc.array(json), space, fc.integer({ min: 1, max: 40 }), (value, indent, size) => {
        const { texts, broken } = cut(JSON.stringify(value, null, indent), [], size);
        expect(broken).toEqual([]);
        expect(texts.map(text => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('streamed entries and what surrounds them are the object', () => {
    const shape = fc.record({
      a: json,
      data: fc.record({ b: json, items: fc.array(json), c: json }),
      d: json,
    });
    fc.assert(
      fc.property(shape, space, fc.integer({ min: 1, max: 40 }), (value, indent, size) => {
        const { elements, broken } = cut(JSON.stringify(value, null, indent), ['data.items'], size);
        const around = JSON.parse(elements.pop()?.text ?? '');
        around.data.items = elements.map(element => JSON.parse(element.text));
        expect(broken).toEqual([]);
        expect(around).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('garbage never throws', () => {
    const soup = fc
      .array(fc.constantFrom(...'{}[]",:\\\n 1ae'), { maxLength: 60 })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(soup, fc.integer({ min: 1, max: 9 }), (text, size) => void cut(text, ['a', 'a.e'], size)),
    );
  });
});
