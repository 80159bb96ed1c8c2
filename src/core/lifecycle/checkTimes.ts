/**
 * Orders that cannot be, and orders that seldom are. What contradicts the meaning of the words is an error and refused;
 * what a strange night can really bring is a warning: kept, marked, and left out of the figures.
 */
import type { Micros } from '../record.ts';
import type { Remark } from '../remark.ts';
import { spell } from '../timeline/moment.ts';
import { type IncidentTimes, TIME_NAMES, TIME_WORDS, type TimeName } from './incidentTimes.ts';

export interface TimeRemark extends Remark {
  /** The times that contradict each other; one for a time that is wrong by itself. */
  times: readonly TimeName[];
}

interface OrderRule {
  first: TimeName;
  second: TimeName;
  level: Remark['level'];
  /** What to do about it. */
  advice: string;
}

const ORDERS: readonly OrderRule[] = [
  {
    first: 'startedAt',
    second: 'restoredAt',
    level: 'error',
    advice: 'Service cannot come back before it was gone: correct the start of impact or the restoration.',
  },
  {
    first: 'startedAt',
    second: 'mitigatedAt',
    level: 'error',
    advice: 'An effect cannot be contained before it began: correct the start of impact or the mitigation.',
  },
  {
    first: 'mitigatedAt',
    second: 'restoredAt',
    level: 'error',
    advice:
      'What is restored is mitigated by then at the latest: set the mitigation to the restoration or earlier.',
  },
  {
    first: 'detectedAt',
    second: 'declaredAt',
    level: 'error',
    advice: 'Who declares has noticed: set the detection to the declaration or earlier.',
  },
  {
    first: 'detectedAt',
    second: 'acknowledgedAt',
    level: 'error',
    advice: 'Who acknowledges has noticed: set the detection to the acknowledgement or earlier.',
  },
  {
    first: 'restoredAt',
    second: 'closedAt',
    level: 'error',
    advice: 'An incident is closed after service is back: correct the restoration or the closing.',
  },
  {
    first: 'declaredAt',
    second: 'closedAt',
    level: 'error',
    advice: 'An incident is declared before it is closed: correct one of the two.',
  },
  {
    first: 'startedAt',
    second: 'detectedAt',
    level: 'warning',
    advice:
      'Right if an early sign was noticed before anyone was affected; otherwise a clock is off, or the impact began earlier.',
  },
  {
    first: 'detectedAt',
    second: 'restoredAt',
    level: 'warning',
    advice:
      'Right if it was over before anyone noticed; otherwise a clock is off, or an earlier sign is missing.',
  },
  {
    first: 'detectedAt',
    second: 'mitigatedAt',
    level: 'warning',
    advice:
      'Right if something contained it before anyone noticed; otherwise a clock is off, or an earlier sign is missing.',
  },
  {
    first: 'acknowledgedAt',
    second: 'restoredAt',
    level: 'warning',
    advice: 'Right if it was over before anyone took it on; otherwise correct the acknowledgement.',
  },
];

/** Clocks of browsers and servers differ by this much without anyone having made a mistake. */
const CLOCK_TOLERANCE = 5 * 60e6;
/** Longer between two neighbours is more often a wrong date than a long incident. */
const LONG = 30 * 24 * 3600e6;

/** What is to be said about the times of an incident, gravest first. `now` in microseconds UTC. */
export function checkTimes(times: IncidentTimes, { now }: { now: Micros }): TimeRemark[] {
  const all = [...notTimes(times), ...inFuture(times, now), ...outOfOrder(times), ...farApart(times)];
  return [...all.filter(({ level }) => level === 'error'), ...all.filter(({ level }) => level === 'warning')];
}

function outOfOrder(times: IncidentTimes): TimeRemark[] {
  return ORDERS.flatMap(({ first, second, level, advice }) => {
    const [before, after] = [times[first], times[second]];
    if (before === null || after === null || after >= before) return [];
    return [
      {
        level,
        code: 'impossible-order',
        on: second,
        times: [first, second],
        text: `${TIME_WORDS[second].label} comes ${spell(before - after)} before ${TIME_WORDS[first].word}. ${advice}`,
      },
    ];
  });
}

function inFuture(times: IncidentTimes, now: Micros): TimeRemark[] {
  return TIME_NAMES.flatMap(name => {
    const at = times[name];
    if (at === null || at <= now + CLOCK_TOLERANCE) return [];
    return [
      remark(
        'error',
        'in-future',
        name,
        `${TIME_WORDS[name].label} lies ${spell(at - now)} in the future. Check its date and zone.`,
      ),
    ];
  });
}

const notTimes = (times: IncidentTimes): TimeRemark[] =>
  TIME_NAMES.filter(name => times[name] !== null && !Number.isSafeInteger(times[name])).map(name =>
    remark(
      'error',
      'not-a-time',
      name,
      `${TIME_WORDS[name].label} is not a time. Give a date, a time of day and a zone.`,
    ),
  );

/** A stretch between two neighbours so long that a date was probably mistyped. Closing may wait as long as it likes. */
function farApart(times: IncidentTimes): TimeRemark[] {
  const known = TIME_NAMES.flatMap(name =>
    times[name] === null || name === 'closedAt' ? [] : [{ name, at: times[name] }],
  );
  return known.slice(1).flatMap(({ name, at }, i) => {
    const before = known[i]!;
    if (at - before.at <= LONG) return [];
    return [
      remark(
        'warning',
        'far-apart',
        name,
        `${TIME_WORDS[name].label} comes ${spell(at - before.at)} after ${TIME_WORDS[before.name].word}. Check that neither date is mistyped.`,
        before.name,
      ),
    ];
  });
}

const remark = (
  level: Remark['level'],
  code: string,
  on: TimeName,
  text: string,
  ...others: TimeName[]
): TimeRemark => ({ level, code, on, times: [...others, on], text });
