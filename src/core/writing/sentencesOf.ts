/** Characters that change how text looks but not what it says: joiners, direction marks, struck-through overlays. */
const UNSEEN = /[\u0335-\u0338]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** What stands between the cells of a row. */
export const CELL = ' · ';

const HEADING = /^\s{0,3}#{1,6}(?:\s|$)/;
const UNDERLINE = /^\s{0,3}(?:=+|-+)\s*$/;
const FENCE = /^\s{0,3}(?:`{3,}|~{3,})/;
const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const MARKER = /^(?:\s*(?:>|[-*+•](?=\s|$)|\d{1,9}[.)](?=\s|$)|\[[ xX]\](?=\s|$)))+\s*/;
/** Rows of dashes and lines in brackets are short; patterns that look back are not tried on longer ones. */
const LONGEST_SHAPE = 400;
/** What a whole line in brackets is: a place to write, unless it is a link. */
const BRACKETED = /^\W*(?:\[[^\]]*\]|\{+[^}]*\}+|<[^>]*>|‹[^›]*›|«[^»]*»|%[\w ]+%|__[\w ]+__)\W*$/;

/**
 * What a Markdown text says, sentence by sentence, without what only shapes it: headings, heads of tables, fences,
 * comments, markers, addresses. Cells of a table's row come as one. Each line is read by itself, so that a line more
 * never changes what the others say.
 */
export function sentencesOf(markdown: string): string[] {
  const lines = withoutComments(markdown.normalize('NFKC').replace(UNSEEN, '')).split(/\r\n?|\n/);
  return lines.flatMap((line, i) => {
    if (isShape(line, lines[i + 1] ?? '')) return [];
    const bare = line.replace(MARKER, '');
    if (isRow(line, lines[i - 1] ?? '')) return [plain(cells(bare).join(CELL))].filter(isSaid);
    if (bare.length <= LONGEST_SHAPE && BRACKETED.test(plainLinks(bare))) return [];
    return plain(bare)
      .split(/(?<=[.!?。！？;])\s+|(?<=[。！？])/)
      .filter(isSaid);
  });
}

/** Closed comments are not a part of the text; one that never closes is text that somebody wrote. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start);
    if (end < 0) return [...kept, text.slice(at)].join(' ');
    kept.push(text.slice(at, start));
    at = end + 3;
  }
}

/** The cells of a table's row that are not empty. */
function cells(row: string): string[] {
  return row
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim())
    .filter(cell => cell !== '');
}

const isShape = (line: string, next: string): boolean =>
  HEADING.test(line) ||
  FENCE.test(line) ||
  UNDERLINE.test(line) ||
  isDelimiter(line) ||
  (line.includes('|') && isDelimiter(next)) ||
  (line.trim() !== '' &&
    !line.includes('|') &&
    /^\s{0,3}(?:={2,}|-{2,})\s*$/.test(next) &&
    line.length < 120);

const isDelimiter = (line: string): boolean =>
  line.includes('|') && line.length <= LONGEST_SHAPE && DELIMITER.test(line);

const isRow = (line: string, previous: string): boolean =>
  /^\s*\|.*\|/.test(line) || (line.includes('|') && previous.includes('|'));

/** Links as their words; citations of evidence and bare addresses as nothing. */
const plainLinks = (text: string): string =>
  text
    .replace(/\[e\d+\]\(#e\d+\)/g, ' ')
    .replace(/!?\[([^\][]{0,400})\]\([^)(]{0,2000}\)/g, '$1')
    .replace(/\bhttps?:\/\/\S+/gi, ' ');

const plain = (text: string): string =>
  plainLinks(text)
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, ' ')
    .replace(/&(?:#\d+|#x[\da-f]+|[a-z]+);/gi, ' ')
    .replace(/\\(?=[\\`*_[\]|~$#.+-])/g, '')
    .replace(/[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

const isSaid = (sentence: string): boolean => /[\p{L}\p{N}]/u.test(sentence);
