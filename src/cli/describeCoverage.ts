import type { Coverage } from '../core/document/bundle.ts';

/** Rows shown; the rest is summed up. */
const ROWS = 40;

const grouped = (n: number): string => n.toLocaleString('en').replaceAll(',', ' ');

const iso = (at: number | null): string => (at === null ? '' : new Date(Math.floor(at / 1000)).toISOString());

function row({
  path,
  records,
  readers,
  withoutTime,
  from,
  to,
  skipped,
  zone,
  zoneBasis,
}: Coverage): string[] {
  if (skipped !== '') return [path, '–', `not read: ${skipped}`, '', '', ''];
  const read = Object.entries(readers)
    .sort((a, b) => b[1] - a[1])
    .map(([reader, count]) => (count === records ? reader : `${reader} ${grouped(count)}`));
  return [
    path,
    grouped(records),
    read.join(', '),
    withoutTime === 0 ? '' : grouped(withoutTime),
    iso(from),
    zoneBasis === 'written' ? iso(to) : `${iso(to)} (${zone || 'no time'}, ${zoneBasis})`,
  ];
}

/** The coverage table for the terminal: what each file was read as, and what was not understood. */
export function describeCoverage(coverage: readonly Coverage[]): string {
  const worst = [...coverage].sort(
    (a, b) =>
      Number(b.skipped !== '') - Number(a.skipped !== '') ||
      b.text + b.withoutTime - (a.text + a.withoutTime),
  );
  const shown = coverage.length <= ROWS ? coverage : worst.slice(0, ROWS);
  const table = [['file', 'records', 'read as', 'no time', 'from', 'to'], ...shown.map(row)];
  const widths = table[0]!.map((_, column) => Math.max(...table.map(cells => cells[column]!.length)));
  const lines = table.map(cells =>
    cells
      .map((cell, i) => (i === 1 || i === 3 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
  const rest = coverage.length - shown.length;
  const total = coverage.reduce((sum, { records }) => sum + records, 0);
  const notes = shown.flatMap(({ path, notes }) => notes.map(note => `  ${path}: ${note}`));
  return [
    ...lines,
    ...(rest > 0 ? [`… and ${grouped(rest)} more files, read without remarks before these`] : []),
    ...notes,
    `${grouped(total)} records from ${grouped(coverage.filter(({ skipped }) => skipped === '').length)} files; ${grouped(coverage.filter(({ skipped }) => skipped !== '').length)} not read`,
    '',
  ].join('\n');
}
