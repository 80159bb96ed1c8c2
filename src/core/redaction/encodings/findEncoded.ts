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

const DECODERS = [
  { encoding: 'hex', of: 'tokens', decode: decodeHex, isInRun: isInToken },
  { encoding: 'base64', of: 'tokens', decode: decodeBase64, isInRun: isInToken },
  {
    encoding: 'percent',
    of: 'escapes',
    decode: (run: string) => decodeEscapes(run, 'percent'),
    isInRun: isInWord,
  },
  { encoding: 'json', of: 'escapes', decode: (run: string) => decodeEscapes(run, 'json'), isInRun: isInWord },
] as const;

/**
 * Adds to `spans` the encoded runs around the places that hide something: the whole run is the span, its value is what
 * was found in the decoded text.
 */
export function findEncoded(text: string, places: EncodedPlaces, findIn: FindIn, spans: Span[]): void {
  for (const { encoding, of, decode, isInRun } of DECODERS) {
    let done = 0;
    for (const place of places[of]) {
      if (place < done) continue;
      const [start, end] = runAround(text, place, done, isInRun);
      done = Math.max(done, end);
      const decoded = end - start < SHORTEST_RUN ? undefined : decode(text.slice(start, end));
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
  let start = place;
  while (start > Math.max(from, place - MAX_RUN) && isInRun(text.charCodeAt(start - 1))) start -= 1;
  let end = place;
  while (end < Math.min(text.length, place + MAX_RUN) && isInRun(text.charCodeAt(end))) end += 1;
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
