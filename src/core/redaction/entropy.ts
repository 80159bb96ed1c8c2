/** How often each ASCII character stands in a text; zero again between texts. */
const counts = new Uint32Array(128);

/** Shannon entropy of the characters, in bits a character: 0 for `aaaa`, 4 at most for hex, about 5 for a random key. */
export function entropyOf(text: string): number {
  let others: Map<string, number> | undefined;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 128) counts[code]! += 1;
    else {
      others ??= new Map();
      others.set(character, (others.get(character) ?? 0) + 1);
    }
  }
  let bits = 0;
  for (const count of counts) if (count > 0) bits += bitsOf(count / text.length);
  for (const count of others?.values() ?? []) bits += bitsOf(count / text.length);
  counts.fill(0);
  return bits;
}

function bitsOf(share: number): number {
  return -share * Math.log2(share);
}
