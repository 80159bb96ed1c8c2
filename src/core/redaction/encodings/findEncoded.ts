import { CLASS_OF, TOKEN } from '../scan/byteClass.ts';
import type { Span } from '../spans.ts';
import { decodeBase64 } from './base64.ts';
import { decodeEscapes } from './escapes.ts';
import { decodeHex } from './hex.ts';

type FindIn = (decoded: string) => Span[];

/** Runs are read up to this length on either side of the place. */
const MAX_RUN = 16_384;

/** Below that an encoded run hides nothing that is worth a token. */
const SHORTEST_RUN = 12;

/** Places in a text where something encoded may stand. */
export interface EncodedPlaces {
  /** In runs of base64 or hex. */
  tokens: number[];
  /** At escapes. */
  escapes: number[];
}

type Decoder = readonly [
  encoding: NonNullable<Span['encoding']>,
  decode: (run: string) => string | undefined,
];

const OF_TOKENS: readonly Decoder[] = [
  ['hex', decodeHex],
  ['base64', decodeBase64],
];
const OF_ESCAPES: readonly Decoder[] = [
  ['percent', run => decodeEscapes(run, 'percent')],
  ['json', run => decodeEscapes(run, 'json')],
];

/**
 * Adds to `spans` the encoded runs around the places that hide something: the whole run is the span, its value is what
 * was found in the decoded text.
 */
export function findEncoded(
  text: string,
  { tokens, escapes }: EncodedPlaces,
  findIn: FindIn,
  spans: Span[],
): void {
  findInRuns(text, tokens, isInToken, OF_TOKENS, findIn, spans);
  findInRuns(text, escapes, isInWord, OF_ESCAPES, findIn, spans);
}

function findInRuns(
  text: string,
  places: readonly number[],
  isInRun: (code: number) => boolean,
  decoders: readonly Decoder[],
  findIn: FindIn,
  spans: Span[],
): void {
  let done = 0;
  for (const place of places) {
    if (place < done) continue;
    const [start, end] = runAround(text, place, done, isInRun);
    done = Math.max(done, end);
    if (end - start < SHORTEST_RUN) continue;
    const run = text.slice(start, end);
    for (const [encoding, decode] of decoders) {
      const decoded = decode(run);
      const found = decoded === undefined ? [] : findIn(decoded);
      const longest = found.sort((a, b) => b.end - b.start - (a.end - a.start))[0];
      if (longest) spans.push({ start, end, rule: longest.rule, value: longest.value, encoding });
    }
  }
}

function runAround(
  text: string,
  place: number,
  from: number,
  isInRun: (code: number) => boolean,
): [number, number] {
  const first = Math.max(from, place - MAX_RUN);
  let start = place;
  while (start > first && isInRun(text.charCodeAt(start - 1))) start -= 1;
  const limit = Math.min(text.length, place + MAX_RUN);
  let end = place;
  while (end < limit && isInRun(text.charCodeAt(end))) end += 1;
  if (text[end] === '=') end += text[end + 1] === '=' ? 2 : 1;
  return [start, end];
}

function isInToken(code: number): boolean {
  return code < 128 && (CLASS_OF[code]! & TOKEN) !== 0;
}

/** Anything but white space, quotes, brackets and what separates parameters. */
function isInWord(code: number): boolean {
  return code > 32 && !ENDS_WORD.has(code);
}

const ENDS_WORD = new Set(Array.from('"\'`<>()[]{},;&?=|', character => character.charCodeAt(0)));
