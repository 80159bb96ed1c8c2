import { isAscii, isUtf8 } from 'node:buffer';

/** `latin1` stands for bytes that are no UTF-8 too: every byte becomes one character, so that none is lost. */
export interface Decoded {
  text: string;
  encoding: 'latin1' | 'utf8';
}

/** Bytes as text whose offsets can be traced back to bytes. */
export function decodeStretch(bytes: Buffer): Decoded {
  const encoding = isAscii(bytes) || !isUtf8(bytes) ? 'latin1' : 'utf8';
  return { text: bytes.toString(encoding), encoding };
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
