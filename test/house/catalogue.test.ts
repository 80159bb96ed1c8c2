/** What the web app says stands in its catalogue of messages, so that it can be said in another language. */
import { expect, test } from 'vitest';
import { sources } from './sources.ts';

/** Pages written elsewhere carry their own words; keys are called the same in every language. */
const APP = sources().filter(
  ({ path }) =>
    /^src\/web\/.*\.tsx?$/.test(path) && !/^src\/web\/(?:draft|reference|messages)\/|\.test\./.test(path),
);
const KEYS = /^(?:Ctrl|Shift|Alt|Esc)\b/;

/** Where words stand that people read: between tags, in what an element is called, as a whole sentence in quotes. */
const SAID = [
  />\s*([A-Z][a-z]+(?: [\w’',.-]+)*[.…]?)\s*<\//g,
  /\b(?:label|title|placeholder|aria-label|hint|text|lead|verb)="([A-Z][^"]*)"/g,
  /'([A-Z][a-z]+ [a-z]+ [^']*)'/g,
];

test('no text stands outside the catalogue', () => {
  const found = APP.flatMap(({ path, text }) => {
    const code = text.replaceAll(/^\s*(?:\/\/|\/?\*).*$|\{\/\*.*?\*\/\}/gm, '');
    return SAID.flatMap(pattern => Array.from(code.matchAll(pattern), ([, said]) => said ?? ''))
      .filter(said => !KEYS.test(said))
      .map(said => `${path}: ${said}`);
  });
  expect(found).toEqual([]);
});
