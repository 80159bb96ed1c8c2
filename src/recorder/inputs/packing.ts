/** How a file is packed, by its first bytes. */
export type Packing = 'gzip' | 'zstd' | 'zip' | 'tar' | 'utf-16le' | 'utf-16be' | 'utf-8-bom' | 'none';

/** Bytes that `packingOf` wants to see. */
export const PACKING_PROBE = 512;

const starts = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);

const SIGNATURES: readonly (readonly [Packing, (bytes: Uint8Array) => boolean])[] = [
  ['gzip', bytes => starts(bytes, 0x1f, 0x8b, 0x08)],
  ['zstd', bytes => starts(bytes, 0x28, 0xb5, 0x2f, 0xfd)],
  ['zip', bytes => starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)],
  ['tar', isTar],
  ['utf-16le', bytes => starts(bytes, 0xff, 0xfe) && !starts(bytes, 0xff, 0xfe, 0, 0)],
  ['utf-16be', bytes => starts(bytes, 0xfe, 0xff)],
  ['utf-8-bom', bytes => starts(bytes, 0xef, 0xbb, 0xbf)],
];

/** A tar header block: `ustar` at 257, or (older archives) a checksum at 148 that is right. */
function isTar(bytes: Uint8Array): boolean {
  if (bytes.length < 512) return false;
  if (String.fromCharCode(...bytes.subarray(257, 262)) === 'ustar') return true;
  const written = Number.parseInt(String.fromCharCode(...bytes.subarray(148, 156)), 8);
  if (!Number.isFinite(written) || bytes[0] === 0) return false;
  let sum = 0;
  for (let i = 0; i < 512; i++) sum += i >= 148 && i < 156 ? 32 : bytes[i]!;
  return sum === written;
}

/** The packing of a file that begins with these bytes. */
export function packingOf(head: Uint8Array): Packing {
  return SIGNATURES.find(([, matches]) => matches(head))?.[0] ?? 'none';
}
