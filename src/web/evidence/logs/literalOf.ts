/** The longest piece of a pattern that is the same in all its records, to search for; empty where there is none. */
export function literalOf(pattern: string): string {
  const pieces = pattern.split('#').map(piece => piece.trim());
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}
