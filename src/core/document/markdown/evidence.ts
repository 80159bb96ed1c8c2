import type { Bundle, Citation, Excerpt } from '../bundle.ts';
import { codeBlock, codeCell, codeSpan, escapeText } from './escape.ts';
import { paragraphs, table } from './parts.ts';
import { stamp } from './times.ts';

/** Excerpts in the document are for reading; the records hold the rest. */
const LONGEST = 600;
const MOST_EXCERPTS = 3;

/** Ids of the citations that a Markdown text links to. */
export const citedIn = (markdown: string): Set<string> =>
  new Set([...markdown.matchAll(/\]\(#(e\d+)\)/g)].map(match => match[1]!));

/** Every citation that the document uses: what it shows, where it stands, and the query that gives it again. */
export function evidenceAppendix({ citations }: Bundle, used: ReadonlySet<string>): string {
  const shown = citations.filter(citation => used.has(citation.id));
  return paragraphs(
    'Queries run over `evidence/records.parquet` as `records` (DuckDB). Excerpts are redacted.',
    ...shown.map(writeCitation),
  );
}

function writeCitation(citation: Citation): string {
  const excerpts = citation.records.slice(0, MOST_EXCERPTS);
  const rest = citation.count - excerpts.length;
  return [
    `<a id="${citation.id}"></a>**${citation.id}** ${escapeText(citation.label)}${rest > 0 && excerpts.length > 0 ? ` (${excerpts.length} of ${citation.count} shown)` : ''}`,
    ...excerpts.map(writeExcerpt),
    ...(citation.path === undefined ? [] : [`File ${codeSpan(citation.path)}`]),
    ...(citation.query === undefined ? [] : [codeBlock(citation.query, 'sql')]),
  ].join('\n\n');
}

function writeExcerpt(record: Excerpt): string {
  const where = `${record.path}${record.line > 0 ? `:${record.line}` : ''}`;
  const when = record.at === null ? 'no time' : `${stamp(record.at)} UTC`;
  const raw = record.atRaw === '' ? '' : `, written ${codeSpan(record.atRaw)}`;
  const owner = [record.service, record.host]
    .filter(part => part !== '')
    .map(escapeText)
    .join(' on ');
  return `${codeSpan(where)} · ${when}${raw}${owner === '' ? '' : ` · ${owner}`}\n\n${codeBlock(textOf(record))}`;
}

function textOf({ name, value, durationUs, body, kind }: Excerpt): string {
  const facts = [
    ...(kind === 'log' || name === '' ? [] : [name]),
    ...(value === null ? [] : [`value ${value}`]),
    ...(durationUs === null ? [] : [`duration ${durationUs / 1000} ms`]),
  ].join(', ');
  const text = [facts, body].filter(part => part !== '').join('\n');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/** Which files were read, as what, and how well. */
export const coverageTable = ({ coverage }: Bundle): string =>
  table(
    ['file', 'read as', 'records', 'no time', 'as plain text', 'zone', 'notes'],
    coverage.map(file => [
      codeCell(file.path),
      file.skipped === '' ? escapeText(Object.keys(file.readers).join(', ')) : 'not read',
      String(file.records),
      String(file.withoutTime),
      String(file.text),
      escapeText(file.zone === '' ? '–' : `${file.zone} (${file.zoneBasis})`),
      escapeText([file.skipped, ...file.notes].filter(note => note !== '').join('; ')),
    ]),
  );
