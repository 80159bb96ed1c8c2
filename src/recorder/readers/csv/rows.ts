/** Gets each row of a table. `cells` is reused: take what you need before returning. */
export type RowHandler = (cells: string[], line: number) => void;

const QUOTE = '"';
const [QUOTE_CODE, CARRIAGE_RETURN] = [34, 13];
/** A quote that stays open for longer than this (in UTF-16 units) was no quote. */
const LONGEST_ROW = 64_000_000;

/**
 * Cuts delimited text into rows as it comes (RFC 4180: quoted cells may hold delimiters, line ends and doubled quotes;
 * quotes elsewhere in a cell stand for themselves). Empty lines are passed over.
 */
export class Rows {
  readonly #delimiter: string;
  readonly #row: RowHandler;
  readonly #cells: string[] = [];
  #text = '';
  #line = 1;
  /** An unfinished row is not tried again before the text is this long: no quadratic work on huge cells. */
  #enough = 0;

  constructor(delimiter: string, row: RowHandler) {
    this.#delimiter = delimiter;
    this.#row = row;
  }

  /** Takes the next piece of text. */
  push(text: string): void {
    this.#text = this.#text === '' ? text : this.#text + text;
    if (this.#text.length >= this.#enough) this.#run(false);
  }

  /** Gives the last row when it does not end its line. Returns the text of a row whose quote stays open, or `''`. */
  end(): string {
    this.#run(true);
    return this.#text;
  }

  #run(atEnd: boolean): void {
    const text = this.#text;
    let position = 0;
    let quote = text.indexOf(QUOTE);
    while (position < text.length) {
      const lineEnd = text.indexOf('\n', position);
      if (quote >= 0 && quote < position) quote = text.indexOf(QUOTE, position);
      if (quote >= 0 && (lineEnd < 0 || quote < lineEnd)) {
        const next = this.#quotedRow(text, position, atEnd);
        if (next < 0) break;
        position = next;
        continue;
      }
      if (lineEnd < 0 && !atEnd) break;
      const end = lineEnd < 0 ? text.length : lineEnd;
      this.#plainRow(text, position, end);
      position = end + 1;
    }
    this.#text = position >= text.length ? '' : text.slice(position);
    this.#enough = this.#text.length > 1_000_000 ? this.#text.length * 2 : 0;
    if (this.#text.length > LONGEST_ROW) this.#dropLine();
  }

  /** A row without quotes: `[from, end)`. */
  #plainRow(text: string, from: number, end: number): void {
    const stop = text.charCodeAt(end - 1) === CARRIAGE_RETURN && end > from ? end - 1 : end;
    const line = this.#line++;
    if (stop === from) return;
    const cells = this.#cells;
    let count = 0;
    let position = from;
    for (;;) {
      const next = text.indexOf(this.#delimiter, position);
      if (next < 0 || next >= stop) break;
      cells[count++] = text.slice(position, next);
      position = next + 1;
    }
    cells[count++] = text.slice(position, stop);
    cells.length = count;
    this.#row(cells, line);
  }

  /** A row with quotes: where the next begins, or -1 when the text ends inside it. */
  #quotedRow(text: string, from: number, atEnd: boolean): number {
    const cells = this.#cells;
    let count = 0;
    let position = from;
    let inner = 0;
    let lineEnd = -2;
    for (;;) {
      let cell = '';
      if (text.charCodeAt(position) === QUOTE_CODE) {
        const close = closingQuote(text, position + 1);
        if (close < 0) return -1;
        cell = text.slice(position + 1, close);
        if (cell.includes(QUOTE)) cell = cell.replaceAll('""', QUOTE);
        inner += lineEnds(cell);
        position = close + 1;
      }
      if (lineEnd !== -1 && lineEnd < position) lineEnd = text.indexOf('\n', position);
      const delimiter = text.indexOf(this.#delimiter, position);
      if (lineEnd < 0 && delimiter < 0 && !atEnd) return -1;
      const rowEnds = delimiter < 0 || (lineEnd >= 0 && lineEnd < delimiter);
      const end = rowEnds ? (lineEnd < 0 ? text.length : lineEnd) : delimiter;
      const stop = rowEnds && end > position && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
      cells[count++] = stop > position ? cell + text.slice(position, stop) : cell;
      position = end + 1;
      if (!rowEnds) continue;
      cells.length = count;
      const line = this.#line;
      this.#line += inner + 1;
      this.#row(cells, line);
      return position;
    }
  }

  /** Gives up on an open quote: the rest of its line becomes a row, quotes and all. */
  #dropLine(): void {
    const text = this.#text;
    const end = text.indexOf('\n');
    if (end < 0) return;
    this.#plainRow(text, 0, end);
    this.#text = text.slice(end + 1);
    this.#enough = 0;
  }
}

/** The index of the quote that closes a cell; -1 when the text ends before. Doubled quotes do not close. */
function closingQuote(text: string, from: number): number {
  let position = from;
  for (;;) {
    const quote = text.indexOf(QUOTE, position);
    if (quote < 0) return -1;
    if (quote + 1 >= text.length) return quote;
    if (text.charCodeAt(quote + 1) !== QUOTE_CODE) return quote;
    position = quote + 2;
  }
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
