/** Every primitive of the web app is on the page that shows them, where people look before they make another one. */
import { expect, test } from 'vitest';
import { sources } from './sources.ts';

const FOLDER = 'src/web/ui/';
const inFolder = sources().filter(({ path }) => path.startsWith(FOLDER) && path.endsWith('.tsx'));
const isExample = ({ path }: { path: string }): boolean => path.startsWith(`${FOLDER}design/`);

/** What a file exports that can stand in a page, and what it shows. */
const PRIMITIVES = inFolder
  .filter(source => !isExample(source))
  .flatMap(({ path, text }) =>
    Array.from(
      text.matchAll(/^export (?:function|const) ([A-Z]\w*)\b(?!.*(?:: Record|as const))/gm),
      ([, name]) => ({
        name: name ?? '',
        path,
        text,
      }),
    ),
  );
/** Stands in it, or is loaded when it is needed: `module.RenderedMarkdown`. */
const shows = (text: string, name: string): boolean => new RegExp(`(?:<|module\\.)${name}\\b`).test(text);

test('the page of primitives shows each, by itself or within another', () => {
  expect(PRIMITIVES.length).toBeGreaterThan(30);
  let texts = inFolder.filter(isExample).map(({ text }) => text);
  let left = PRIMITIVES;
  for (let found = left.length; found > 0; ) {
    const isShown = ({ name }: { name: string }): boolean => texts.some(text => shows(text, name));
    const next = left.filter(isShown);
    left = left.filter(primitive => !isShown(primitive));
    texts = next.map(({ text }) => text);
    found = next.length;
  }
  expect(left.map(({ name, path }) => `${name} of ${path}`)).toEqual([]);
});
