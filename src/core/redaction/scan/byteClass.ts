/**
 * What a byte may be part of, as bits. Bytes from 0x80 on (UTF-8 beyond ASCII) have `HIGH` only.
 *
 * `TOKEN` bytes make up base64 (both alphabets), hex and most vendors' keys; `NAME` bytes make up the names that
 * values are assigned to.
 */
export const LETTER = 1;
export const DIGIT = 2;
export const HEX = 4;
export const TOKEN = 8;
export const NAME = 16;
export const SPACE = 32;
export const HIGH = 64;
export const UPPER = 128;

const RANGES: readonly (readonly [string, number])[] = [
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', LETTER | TOKEN | NAME | UPPER],
  ['abcdefghijklmnopqrstuvwxyz', LETTER | TOKEN | NAME],
  ['0123456789', DIGIT | HEX | TOKEN | NAME],
  ['abcdefABCDEF', HEX],
  ['+/', TOKEN],
  ['-_', TOKEN | NAME],
  ['.', NAME],
  [' \t\r\n', SPACE],
];

/** Byte → bits. */
export const CLASS_OF: Uint8Array = makeClasses();

/** Byte → the same letter in lower case; every other byte stays. */
export const LOWER: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 65 && byte <= 90 ? byte + 32 : byte,
);

function makeClasses(): Uint8Array {
  const classes = new Uint8Array(256).fill(HIGH, 128);
  for (const [characters, bits] of RANGES) {
    for (const character of characters) classes[character.charCodeAt(0)]! |= bits;
  }
  return classes;
}
