/** Byte → 1 for those that stand for one of the characters, which are ASCII. */
export function setOf(characters: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}
