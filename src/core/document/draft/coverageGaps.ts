import { figure } from '../../timeline/moment.ts';
import type { ClockReport, Coverage, Gap } from '../bundle.ts';

type CoverageRule = (coverage: readonly Coverage[]) => Gap[];

const LEAST_UNREAD = 0.02;

const unread: CoverageRule = coverage =>
  coverage
    .filter(file => file.skipped === '' && file.text > 0 && file.text >= file.records * LEAST_UNREAD)
    .map(file => ({
      kind: 'unread',
      source: file.path,
      count: file.text,
      text: `${figure(file.text)} of ${figure(file.records)} entries of ${file.path} were kept as plain text: no reader understood them.`,
      cites: [],
    }));

const skipped: CoverageRule = coverage =>
  coverage
    .filter(file => file.skipped !== '')
    .map(file => ({
      kind: 'skipped',
      source: file.path,
      text: `${file.path} was not read: ${file.skipped}.`,
      cites: [],
    }));

const assumed: CoverageRule = coverage =>
  coverage
    .filter(file => file.zoneBasis === 'assumed' && file.records > file.withoutTime)
    .map(file => ({
      kind: 'zone-assumed',
      source: file.path,
      count: file.records - file.withoutTime,
      text: `The times of ${file.path} name no zone; ${file.zone} was assumed. If that is wrong, all its moments move.`,
      cites: [],
    }));

const ROTATED = /^(.*?)[.-](\d{1,2})(\.(?:gz|zst|bz2|xz))?$/;

/** Rotated files whose neighbours are missing: `app.log.1` and `app.log.3` without `app.log.2`. */
const rotation: CoverageRule = coverage => {
  const families = new Map<string, number[]>();
  for (const { path } of coverage) {
    const match = ROTATED.exec(path);
    if (match !== null) families.set(match[1]!, [...(families.get(match[1]!) ?? []), Number(match[2])]);
  }
  return [...families].flatMap(([base, numbers]) => {
    const highest = Math.max(...numbers);
    const missing = Array.from({ length: highest }, (_, i) => i + 1).filter(
      number => !numbers.includes(number),
    );
    const lacksCurrent = !coverage.some(file => file.path === base);
    const lost = [...(lacksCurrent ? [base] : []), ...missing.map(number => `${base}.${number}`)];
    if (lost.length === 0) return [];
    return [
      {
        kind: 'rotation',
        source: base,
        count: lost.length,
        text: `Of the rotated log ${base}, these parts are not in the folder: ${lost.slice(0, 5).join(', ')}${lost.length > 5 ? ' …' : ''}.`,
        cites: [],
      },
    ];
  });
};

/** What the files themselves show to be missing or uncertain. */
export const coverageGaps = (coverage: readonly Coverage[]): Gap[] =>
  [unread, skipped, assumed, rotation].flatMap(rule => rule(coverage));

/** Clocks that contradict each other, as gaps. */
export const clockGaps = (clocks: ClockReport): Gap[] =>
  clocks.contradictions.map(({ clocks: names, text, cites }) => ({
    kind: 'clock-contradiction',
    source: names.join(', '),
    text,
    cites,
  }));
