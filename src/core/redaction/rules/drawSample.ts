/**
 * A text that looks drawn from `alphabet` (the inside of a character class): always the same for the same arguments. Rules
 * make their examples with it, so that no key, not even an invented one, stands in the source.
 */
export function drawSample(alphabet: string, length: number, seed = 1): string {
  const characters = charactersOf(alphabet);
  let state = (seed * 2_654_435_761 + alphabet.length * 97 + length) >>> 0;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return characters[(state >>> 12) % characters.length];
  }).join('');
}

function charactersOf(alphabet: string): string[] {
  const characters: string[] = [];
  for (let i = 0; i < alphabet.length; i += 1) {
    const last = alphabet[i + 1] === '-' ? alphabet[i + 2] : undefined;
    if (last === undefined) {
      characters.push(alphabet[i]!);
      continue;
    }
    for (let code = alphabet.charCodeAt(i); code <= last.charCodeAt(0); code += 1)
      characters.push(String.fromCharCode(code));
    i += 2;
  }
  return characters;
}
