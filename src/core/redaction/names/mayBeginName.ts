import { setOf } from '../scan/setOf.ts';
import { isEverydayHash } from './lexicon.ts';
import { addToHash, HASH_START } from './wordFilter.ts';

const LONGEST = 24;

/** What may stand before a name: a space, a quote, a bracket, a mark; not the inside of a path or an identifier. */
const OPENERS = setOf(' \t\r\n"\'`(<>@,:;=*|');
/** What may not stand behind one. */
const CONTINUATIONS = setOf('0123456789_=([{/\\$#@%');

/**
 * Whether a word begins at `at` or right behind it that may begin a name: capitalised, three letters or more, neither
 * English nor a known product. Meant for every capital of a log: it reads bytes, makes no strings, and says no to
 * nearly all of them. Bytes beyond ASCII (UTF-8, or 0x80 for each) count as letters of a strange word.
 */
export function mayBeginName(bytes: Uint8Array, at: number, from: number, to: number): boolean {
  const start = isUpper(bytes[at]!) ? at : at + 1;
  if (start >= to || !isUpper(bytes[start]!) || (start > from && OPENERS[bytes[start - 1]!] === 0))
    return false;
  let hash = addToHash(HASH_START, bytes[start]! | 32);
  let isStrange = false;
  let end = start + 1;
  for (; end < to && end - start < LONGEST; end += 1) {
    const byte = bytes[end]!;
    if (byte >= 128) isStrange = true;
    else if (byte < 97 || byte > 122) break;
    hash = addToHash(hash, byte);
  }
  if (isUpper(bytes[end]!) && end < to) return isPrefixOfName(bytes, start, end);
  if (end - start < 3 || (end < to && isContinued(bytes, end))) return false;
  return isStrange || !isEverydayHash(hash);
}

/** `McDowell`; any other capital inside makes a class name. */
function isPrefixOfName(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes[start] === 77 && bytes[end - 1] === 99 && end - start <= 3;
}

/** `Foo_`, `Foo(`, `Foo.bar`, `Foo::`, `Foo-9`: identifiers. */
function isContinued(bytes: Uint8Array, end: number): boolean {
  const byte = bytes[end]!;
  if (CONTINUATIONS[byte] === 1) return true;
  const isJoint = byte === 46 || byte === 45 || byte === 58;
  return isJoint && /[\w:]/.test(String.fromCharCode(bytes[end + 1] ?? 32)) && byte !== 45;
}

function isUpper(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}
