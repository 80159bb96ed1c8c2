import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { catchUp } from './catchUp.ts';
import type { Columns } from './columns.ts';
import { findCandidates } from './findCandidates.ts';
import { followColumns } from './followColumns.ts';
import { matching, matchingTitles } from './matching.ts';
import { guessWords, hasMatch, type QueryWord, readWords } from './matchStore.ts';
import { seenGuarded } from './seenGuarded.ts';

/** More words than this narrow nothing any more. */
const MOST_WORDS = 16;

/** A text as it is searched. */
export interface Understood {
  /** Tsqueries: what has all words, and what has one of them. */
  query: string;
  anyWord: string;
  /** Documents that match and that the actor sees, each once. */
  matches: Uint32Array;
  /** As they were brought up to date after the matches were found. */
  columns: Columns;
  /** Words that nothing holds, and what was searched instead. */
  readAs: { word: string; as: string[] }[];
}

/** `INC-12` is one word, as the index has it. */
const joinNumbers = (text: string): string => text.replaceAll(/\binc[-\s]?(\d{1,9})\b/gi, 'inc$1');

const join = (words: readonly { query: string }[], operator: '&' | '|'): string =>
  words.map(({ query }) => `(${query})`).join(` ${operator} `);

/**
 * Finds what has all words of a text. Only when nothing has, words that stand nowhere are taken for slips of others.
 *
 * @returns undefined for a text without words
 */
export async function understand(
  { db, actor, platform: { log } }: OperationContext,
  text: string,
): Promise<Understood | undefined> {
  if (text.trim() === '') return undefined;
  const [typed] = await Promise.all([
    readWords(db, joinNumbers(text), MOST_WORDS),
    catchUp(db).catch(error => log.debug({ err: error }, 'notes wait to be searched')),
  ]);
  if (typed.length === 0) return undefined;
  const telling = typed.filter(({ isCommon }) => !isCommon);
  const words = telling.length > 0 ? telling : typed;
  const found = await search(db, actor, words);
  if (found.matches.length > 0) return { ...found, readAs: [] };
  const seen = await seenGuarded(db, actor, await followColumns(db));
  const meant = await Promise.all(words.map(word => correct(db, word, seen)));
  const readAs = meant.flatMap(({ word, as }) => (as.length > 0 ? [{ word, as }] : []));
  if (readAs.length === 0) return { ...found, readAs };
  return { ...(await search(db, actor, meant)), readAs };
}

/** The columns are asked for once more after the text: what was hidden when its words came in is not found by them. */
async function search(
  db: Db,
  actor: Actor,
  words: readonly { query: string }[],
): Promise<Omit<Understood, 'readAs'>> {
  const query = join(words, '&');
  const columns = await followColumns(db);
  // What has them in the title will be asked for when hits are ranked: looking it up at the same time saves waiting.
  const [matches] = await Promise.all([matching(db, columns, query), matchingTitles(db, columns, query)]);
  const current = await followColumns(db);
  const found = await findCandidates(db, actor, current, { matches, isMine: undefined });
  return { query, anyWord: join(words, '|'), matches: found, columns: current };
}

async function correct(
  db: Db,
  { word, query }: QueryWord,
  seen: Uint32Array | null,
): Promise<{ word: string; as: string[]; query: string }> {
  if (await hasMatch(db, query, seen)) return { word, as: [], query };
  const guesses = await guessWords(db, word, seen);
  return {
    word,
    as: guesses.map(guess => guess.word),
    query: guesses.length > 0 ? join(guesses, '|') : query,
  };
}
