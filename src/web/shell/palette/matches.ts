const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a label holds each word that was typed, wherever and in whatever case. */
export function matches(label: string, typed: string): boolean {
  const folded = fold(label);
  return fold(typed)
    .split(/\s+/)
    .every(word => folded.includes(word));
}
