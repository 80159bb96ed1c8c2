import type { Clock, ClockReport } from '../document/bundle.ts';
import { lengthText, offsetText } from './offsetText.ts';

const HEAD = ['clock', 'state', 'from (UTC)', 'correction', 'drift', '±', 'records', 'pairs', 'note'];

/** Columns whose figures are read from the right. */
const RIGHT = new Set([3, 4, 5, 6, 7]);

/**
 * The clock report as an aligned text table, a line a segment, then the contradictions; ends with a newline.
 * A correction is what is added to the clock's stamps.
 */
export function describeClocks(report: ClockReport): string {
  const rows = [HEAD, ...report.clocks.flatMap(rowsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map(row => width(row[column]!))));
  const table = rows.map(row =>
    row
      .map((cell, column) => pad(cell, widths[column]!, column))
      .join('  ')
      .trimEnd(),
  );
  const lead =
    report.reference === '' ? 'No clock could be compared with another.' : `Reference: ${report.reference}`;
  const contradictions = report.contradictions.map(({ text }) => `- ${text}`);
  const tail = contradictions.length === 0 ? [] : ['', 'Contradictions:', ...contradictions];
  return `${[lead, '', ...table, ...tail].join('\n')}\n`;
}

function rowsOf({ clock, state, segments, records, pairs, note }: Clock): string[][] {
  const tail = [String(records), String(pairs), note];
  const [first, ...others] = segments;
  if (first === undefined) return [[clock, state, '', '', '', '', ...tail]];
  return [
    [clock, state, ...segmentCells(first), ...tail],
    ...others.map(segment => ['', '', ...segmentCells(segment), '', '', '']),
  ];
}

function segmentCells({ from, offsetUs, driftPpm, uncertaintyUs }: Clock['segments'][number]): string[] {
  const drift = `${driftPpm < 0 ? '−' : '+'}${Math.abs(driftPpm).toFixed(2)} ppm`;
  const isCorrected = offsetUs !== 0 || driftPpm !== 0;
  return [
    new Date(from / 1000).toISOString().replace('T', ' ').replace('Z', ''),
    isCorrected ? offsetText(offsetUs) : 'none',
    isCorrected ? drift : '',
    lengthText(uncertaintyUs),
  ];
}

/** Letters, not code units. */
const width = (text: string) => [...text].length;

function pad(cell: string, to: number, column: number): string {
  const space = ' '.repeat(to - width(cell));
  return RIGHT.has(column) ? space + cell : cell + space;
}
