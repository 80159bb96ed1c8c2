import { isReadable } from './readable.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const VALUE_OF = new Int8Array(128).fill(-1);
Array.from(`${ALPHABET}+/`).forEach((character, value) => {
  VALUE_OF[character.charCodeAt(0)] = value;
});
VALUE_OF['-'.charCodeAt(0)] = 62;
VALUE_OF['_'.charCodeAt(0)] = 63;

/** The ASCII text behind base64 in either alphabet, padded or not; undefined when it hides none. */
export function decodeBase64(run: string): string | undefined {
  const body = run.replace(/={1,2}$/, '');
  if (body.length % 4 === 1) return undefined;
  let decoded = '';
  let bits = 0;
  let count = 0;
  for (let i = 0; i < body.length; i += 1) {
    bits = ((bits << 6) | VALUE_OF[body.charCodeAt(i)]!) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    const byte = (bits >> count) & 0xff;
    if (byte > 0x7e) return undefined;
    decoded += String.fromCharCode(byte);
  }
  return isReadable(decoded) ? decoded : undefined;
}
