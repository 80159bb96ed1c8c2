/** A piece of a text, and where it begins in it. */
export interface Stretch {
  text: string;
  offset: number;
}

/** Longer than any sentence and any address, short enough that its words are garbage soon. */
const LONGEST = 4096;

/** The text in pieces of bounded length, cut at spaces where there are some, so that a line of any length takes little memory. */
export function stretchesOf(text: string): Stretch[] {
  if (text.length <= LONGEST) return [{ text, offset: 0 }];
  const stretches: Stretch[] = [];
  let start = 0;
  while (start < text.length) {
    const limit = Math.min(text.length, start + LONGEST);
    const space = limit < text.length ? text.lastIndexOf(' ', limit) : limit;
    const end = space > start ? space : limit;
    stretches.push({ text: text.slice(start, end), offset: start });
    start = end;
  }
  return stretches;
}
