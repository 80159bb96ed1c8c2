/** A piece of a text that an address may be made of, `[start, end)`. */
export interface AddressToken {
  start: number;
  end: number;
  text: string;
  lower: string;
  kind: 'number' | 'capital' | 'lower' | 'comma' | 'newline' | 'break';
}

const pattern =
  /\d[\d-]*\p{L}?(?![\p{L}\p{N}])|[\p{L}\p{M}∆][\p{L}\p{M}\p{N}'’∆-]*(?:\.[\p{L}](?=\.))?|\n|[^\s]/gu;

/**
 * Cuts a text into words, house and postal numbers, commas and line ends; brackets count as commas. A full stop is
 * dropped behind a number or a short word (`19.`, `Apt.`, `u.`), else it breaks, as all other marks do.
 */
export function addressTokens(text: string): AddressToken[] {
  const tokens: AddressToken[] = [];
  for (const { index: start, 0: piece } of text.matchAll(pattern)) {
    const previous = tokens.at(-1);
    const end = start + piece.length;
    if (piece === '.' && previous?.end === start && isAbbreviation(previous)) {
      previous.end = end;
      continue;
    }
    tokens.push({ start, end, text: piece, lower: piece.toLowerCase(), kind: kindOf(piece) });
  }
  return tokens;
}

const isAbbreviation = ({ kind, text }: AddressToken) =>
  (kind === 'number' && text.length < 5) || ((kind === 'capital' || kind === 'lower') && text.length < 5);

function kindOf(piece: string): AddressToken['kind'] {
  if (piece === '\n') return 'newline';
  if (/^[,()]$/.test(piece)) return 'comma';
  if (/^\d{1,6}\p{L}?$|^\d{2,5}-\d{2,4}$/u.test(piece)) return 'number';
  if (/^\p{Lu}/u.test(piece)) return 'capital';
  return /^\p{L}/u.test(piece) ? 'lower' : 'break';
}
