import { isAscii, isUtf8 } from 'node:buffer';

/** With `latin1` every byte became one character; in a text that is no UTF-8, those beyond ASCII became U+FFFD. */
export interface Decoded {
  text: string;
  encoding: 'latin1' | 'utf8';
}

/** Bytes as text whose offsets can be traced back to bytes. */
export function decodeStretch(bytes: Buffer): Decoded {
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), encoding: 'latin1' };
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: 'utf8' };
  return { text: bytes.toString('latin1').replace(/[^\0-\x7f]/g, '\ufffd'), encoding: 'latin1' };
}

/** Where the last character begins that `bytes` cut off, or their length when they end with a whole one. */
export function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return size > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
