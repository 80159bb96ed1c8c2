import { startsLikeMachine } from '../names/isTelemetry.ts';
import { COMMON, FUNCTION, GIVEN, knownAs, NOT_NAME, PLACE, SURNAME } from '../names/lexicon.ts';
import { stretchesOf } from '../names/stretchesOf.ts';
import {
  introduction,
  isConnector,
  isForeignStreetWord,
  isMilitaryWord,
  isPlainStreetWord,
  isPlainUnitWord,
  isStreetWord,
  isUnitWord,
} from './streetWords.ts';
import { type AddressToken, addressTokens } from './tokens.ts';

/** What a chunk must reach: a street with a number, a unit with a number, or a proper name where an address is due. */
const ENOUGH = 3;
const INTRODUCED = 2;

/**
 * Finds postal addresses in prose: `[start, end)`, ascending. A chunk of capitalised words, numbers and commas is
 * judged by the words for streets and units in it, in many languages, and by what introduces it.
 */
export function findAddresses(text: string): [number, number][] {
  if (startsLikeMachine(text)) return [];
  return stretchesOf(text).flatMap(piece =>
    addressesIn(piece.text).map(([start, end]): [number, number] => [
      piece.offset + start,
      piece.offset + end,
    ]),
  );
}

function addressesIn(text: string): [number, number][] {
  const chunks = chunksOf(addressTokens(text)).map(chunk => judge(chunk, text));
  const hasAddress = chunks.some(({ score }) => score >= ENOUGH);
  return chunks
    .filter(
      ({ score, tokens }) => score >= ENOUGH || (tokens.length > 0 && isTownLine(tokens, text, hasAddress)),
    )
    .map(({ tokens, lead }) => [tokens[0]!.start - lead, tokens.at(-1)!.end]);
}

interface Judged {
  tokens: AddressToken[];
  score: number;
  /** Characters before the first token that belong to it: `the corner of `. */
  lead: number;
}

function judge(chunk: AddressToken[], text: string): Judged {
  const before = text.slice(Math.max(0, chunk[0]!.start - 48), chunk[0]!.start);
  const isIntroduced = introduction.test(before);
  const start = chunk.findIndex((token, index) => isStart(token, chunk[index + 1], isIntroduced));
  if (start < 0) return { tokens: chunk, score: 0, lead: 0 };
  const tokens = withoutEcho(chunk.slice(start));
  const score =
    scoreOf(tokens) + (isIntroduced ? INTRODUCED + housed(tokens) : 0) + (fillsLine(tokens, text) ? 1 : 0);
  const isBacked = isIntroduced || tokens.some(({ kind }) => kind === 'capital') || score >= 2 * ENOUGH;
  return {
    tokens,
    score: isBacked ? score : 0,
    lead: start === 0 ? (corner.exec(before)?.[0].length ?? 0) : 0,
  };
}

/** Where an address is due, a number before a proper name is a house: `at 214 Pavlou Drandaki`. */
const housed = (tokens: readonly AddressToken[]) =>
  tokens.some(({ kind, text }, index) => {
    const isStrange = (kind === 'capital' || kind === 'lower') && (knownAs(text) & (COMMON | NOT_NAME)) === 0;
    return isStrange && tokens[index - 1]?.kind === 'number';
  })
    ? 1
    : 0;

const corner = /(?<!\bat )\bthe corner of $/i;

const bareOf = (lower: string) => lower.replace(/\.$/, '');

/** `137 Avenue Teboulbi St.`: the speaker's own word behind a name that is whole without it. */
function withoutEcho(chunk: AddressToken[]): AddressToken[] {
  const last = chunk.at(-1)!;
  const rest = chunk.slice(0, -1);
  if (!/^(?:st|street)\.?$/.test(last.lower) || rest.length < 2) return chunk;
  const isWhole =
    rest.at(-1)!.kind === 'number' ||
    rest.some(
      ({ lower }, index) =>
        isForeignStreetWord(bareOf(lower)) ||
        (isStreetWord(bareOf(lower)) && rest[index - 1]?.kind === 'capital'),
    );
  return isWhole ? rest : chunk;
}

/** `> Norway 64389`, a line of its own below an address; a known place may also stand alone. */
function isTownLine(chunk: readonly AddressToken[], text: string, hasAddress: boolean): boolean {
  const [first, last] = [chunk[0]!, chunk.at(-1)!];
  if (last.kind !== 'number' || last.text.length < 4 || first.kind !== 'capital' || chunk.length > 5)
    return false;
  if (!hasAddress && !chunk.slice(0, -1).every(({ text: word }) => (knownAs(word) & PLACE) !== 0))
    return false;
  return fillsLine(chunk, text);
}

/** Nothing but marks of quotation stands beside it. */
function fillsLine(chunk: readonly AddressToken[], text: string): boolean {
  const [first, last] = [chunk[0]!, chunk.at(-1)!];
  const before = text.slice(Math.max(0, first.start - 16), first.start);
  return (
    /(?:^|\n)[\s>?*-]*$/.test(before) &&
    (before.length < 16 || before.includes('\n')) &&
    /^\s*(?:\n|$)/.test(text.slice(last.end, last.end + 8))
  );
}

/** Stretches without everyday words: what stands in them may be one address. */
function chunksOf(tokens: readonly AddressToken[]): AddressToken[][] {
  const chunks: AddressToken[][] = [];
  let chunk: AddressToken[] = [];
  const flush = () => {
    if (chunk.length > 0) chunks.push(chunk);
    chunk = [];
  };
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1];
    const isBlankLine = token.kind === 'newline' && previous?.kind === 'newline';
    const isNextOfList = token.lower === 'and' && previous?.kind === 'comma';
    const isLabel = tokens[index + 1]?.text === ':';
    if (isBlankLine || isNextOfList || isLabel || !belongs(token)) flush();
    else chunk.push(token);
  });
  flush();
  return chunks.map(trimmed).filter(found => found.length > 1);
}

function belongs({ kind, lower, text }: AddressToken): boolean {
  if (kind === 'break') return false;
  if (isConnector(lower) || isStreetWord(lower) || isUnitWord(lower)) return true;
  if (kind === 'capital') return /^\p{Lu}{2}$/u.test(text) || (knownAs(text) & FUNCTION) === 0;
  return kind !== 'lower' || (knownAs(text) & (COMMON | NOT_NAME)) === 0;
}

const isWord = ({ kind }: AddressToken) => kind === 'number' || kind === 'capital' || kind === 'lower';

function trimmed(chunk: AddressToken[]): AddressToken[] {
  const isSolid = (token: AddressToken) =>
    isWord(token) && !(token.kind === 'lower' && isConnector(token.lower));
  const first = chunk.findIndex(isSolid);
  return first < 0 ? [] : chunk.slice(first, chunk.findLastIndex(isSolid) + 1);
}

/** Everyday words at the head of a sentence (`Please`, `Address`) are not the address's first. */
function isStart(token: AddressToken, next: AddressToken | undefined, isIntroduced: boolean): boolean {
  if (token.kind === 'number') return true;
  if (!isWord(token)) return false;
  const bare = bareOf(token.lower);
  if (isUnitWord(bare) || isForeignStreetWord(bare) || isMilitaryWord(bare))
    return next !== undefined && isWord(next);
  return isIntroduced || isProper(token);
}

const isProper = ({ kind, text }: AddressToken) =>
  kind !== 'number' && isCased(text) && (knownAs(text) & (COMMON | NOT_NAME)) === 0;
const isCased = (text: string) => /^\p{Lu}/u.test(text);
const isName = ({ text }: AddressToken) => (knownAs(text) & (GIVEN | SURNAME)) !== 0;

/** Sums the evidence of each word with those beside it. */
function scoreOf(chunk: readonly AddressToken[]): number {
  const words = chunk.filter(isWord);
  return words.reduce((score, token, index) => score + weightOf(token, words, index), 0);
}

function weightOf(token: AddressToken, words: readonly AddressToken[], index: number): number {
  const bare = bareOf(token.lower);
  const next = words[index + 1];
  const isNumbered = words.slice(Math.max(0, index - 3), index + 6).some(({ kind }) => kind === 'number');
  if (isUnitWord(bare)) return next?.kind !== 'number' ? 0 : isPlainUnitWord(bare) ? 3 : 2;
  if (isMilitaryWord(bare)) return 3;
  if (isForeignStreetWord(bare)) return isNumbered ? 3 : next?.kind === 'capital' ? 1 : 0;
  if (isStreetWord(bare)) return streetWeight(bare, words.slice(Math.max(0, index - 3), index), isNumbered);
  if (!isProper(token) || next?.kind !== 'number') return 0;
  return words.slice(Math.max(0, index - 3), index).some(({ kind }) => kind === 'number') ? 2 : 1;
}

/** `Glyn St`, `138 Consul Place`: a street's own name speaks for it, and so does a house number before any name. */
function streetWeight(bare: string, before: readonly AddressToken[], isNumbered: boolean): number {
  const named = before.at(-1);
  if (named?.kind !== 'capital' || (!isNumbered && !isProper(named) && !isName(named)))
    return isNumbered ? 1 : 0;
  if (isProper(named) || isName(named)) return isNumbered ? 3 : 1;
  const numbers = before.slice(0, -1).filter(({ kind }) => kind === 'number').length;
  return 1 + numbers + (isPlainStreetWord(bare) && numbers > 0 ? 1 : 0);
}
