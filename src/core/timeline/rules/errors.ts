import { bucketStart } from '../grid.ts';
import type { MomentRule, ProposedMoment } from '../moment.ts';
import { figure, spell } from '../moment.ts';
import type { ErrorKind, Observations } from '../observation.ts';
import { changedPiece, findShift, type Shift, whereHeard } from '../shift.ts';

/** An error that was there before this share of the range passed is the usual noise, not news. */
const NEWS_AFTER = 0.15;
const MANY = 10;

/**
 * First, burst and last of each kind of error. Kinds are error lines alike once numbers and ids are masked.
 * What was there from the beginning is only reported where its rate changes.
 */
export const errorMoments: MomentRule<Observations> = ({ errors, grid, heard }) =>
  errors.flatMap(kind => {
    const burst = burstOf(kind, { grid, heard });
    const isNews = isNew(kind);
    if (isNews) return [firstOfKind(kind, burst), ...lastOfKind(kind, grid)];
    return burst === undefined ? [] : [increase(kind, burst, grid)];
  });

/** Whether the service was heard for a while without this error before it came. */
export const isNew = (kind: ErrorKind): boolean =>
  kind.first.at - kind.heardFrom > NEWS_AFTER * (kind.heardTo - kind.heardFrom);

function burstOf(kind: ErrorKind, { grid, heard }: Pick<Observations, 'grid' | 'heard'>): Shift | undefined {
  if (kind.count < MANY) return undefined;
  const own = heard.map((isHeard, bucket) => {
    const at = bucketStart(grid, bucket);
    return isHeard && at >= kind.heardFrom - grid.step && at <= kind.heardTo;
  });
  const shift = findShift(whereHeard(kind.counts, own), 0.7);
  return shift && changedPiece(shift, kind.counts.length, 'higher');
}

const weightOf = (count: number, level: string): number =>
  Math.min(0.85, 0.35 + 0.1 * Math.log10(count) + (level === 'fatal' ? 0.2 : level === 'warn' ? -0.15 : 0.1));

function firstOfKind(kind: ErrorKind, burst: Shift | undefined): ProposedMoment {
  const lasted = kind.last.at - kind.first.at;
  return {
    key: `first-error ${kind.service} ${kind.name}`,
    kind: 'first-error',
    at: kind.first.at,
    ...(kind.count > 1 && { until: kind.last.at }),
    uncertaintyUs: kind.first.uncertaintyUs,
    title: `${subject(kind)} logs a new ${word(kind)}: ${quoted(kind.example)}`,
    reason:
      kind.count === 1
        ? 'the only line of its kind in the evidence'
        : `first of ${figure(kind.count)} alike lines within ${spell(lasted)}; none in the time before`,
    weight: weightOf(kind.count, kind.level) + (burst === undefined ? 0 : 0.05),
    source: kind.first.source,
    service: kind.service,
    count: kind.count,
    grounds: [
      { label: `${word(kind)} lines of this kind`, rows: kind.rows, count: kind.count, query: kind.query },
    ],
  };
}

function increase(kind: ErrorKind, burst: Shift, grid: Observations['grid']): ProposedMoment {
  const before = burst.outside / (grid.step / 1e6);
  const during = burst.inside / (grid.step / 1e6);
  return {
    key: `error-burst ${kind.service} ${kind.name}`,
    kind: 'error-burst',
    at: bucketStart(grid, burst.from),
    until: bucketStart(grid, burst.to),
    uncertaintyUs: grid.step,
    title: `${subject(kind)} logs a known ${word(kind)} far more often: ${quoted(kind.example)}`,
    reason: `${figure(before * 60)} → ${figure(during * 60)} lines a minute`,
    weight: weightOf(kind.count, kind.level) - 0.05,
    source: kind.first.source,
    service: kind.service,
    count: kind.count,
    grounds: [
      { label: `${word(kind)} lines of this kind`, rows: kind.rows, count: kind.count, query: kind.query },
    ],
  };
}

function lastOfKind(kind: ErrorKind, grid: Observations['grid']): ProposedMoment[] {
  const ended = kind.last.at < bucketStart(grid, grid.buckets * 0.97);
  if (kind.count < MANY || !ended) return [];
  return [
    {
      key: `last-of-kind ${kind.service} ${kind.name}`,
      kind: 'last-of-kind',
      at: kind.last.at,
      uncertaintyUs: kind.last.uncertaintyUs,
      title: `${subject(kind)} logs the last ${word(kind)} of a kind: ${quoted(kind.example)}`,
      reason: `last of ${figure(kind.count)} alike lines; none in the rest of the evidence`,
      weight: 0.2 + 0.05 * Math.log10(kind.count),
      source: kind.last.source,
      service: kind.service,
      count: 1,
      grounds: [{ label: 'last line of its kind', rows: [kind.last.row], count: 1 }],
    },
  ];
}

const subject = (kind: ErrorKind): string => kind.service || kind.first.source;
const word = (kind: ErrorKind): string =>
  kind.level === 'fatal' ? 'fatal error' : kind.level === 'warn' ? 'warning' : 'error';

const LONGEST = 110;

/** The first line of a message, shortened so that a table row stays readable. */
export function quoted(text: string): string {
  const line = text
    .split('\n', 1)[0]!
    .replace(/\s+/g, ' ')
    .replace(/^[\s:|-]+(?=\S)/, '')
    .trim();
  return `“${line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`}”`;
}
