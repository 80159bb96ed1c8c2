import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAcceptable } from '../remark.ts';
import { checkTimes } from './checkTimes.ts';
import { INCIDENT_STATES, INCIDENT_TRANSITIONS } from './incident.ts';
import { DURATION_NAMES, durationsOf } from './incidentDurations.ts';
import { type IncidentTimes, NO_TIMES, TIME_NAMES, unknownTimes } from './incidentTimes.ts';
import { type Course, moveIncident } from './moveIncident.ts';

const MINUTE = 60e6;
const NIGHT = Date.UTC(2026, 9, 14, 3) * 1000;
const NOW = NIGHT + 24 * 60 * MINUTE;
const at = (minutes: number): number => NIGHT + minutes * MINUTE;
const declared: Course = { state: 'declared', times: { ...NO_TIMES, declaredAt: at(6) } };

/** The times of a night in which all went as it should, some minutes apart. */
const orderly: IncidentTimes = {
  startedAt: at(0),
  detectedAt: at(4),
  declaredAt: at(6),
  acknowledgedAt: at(7),
  mitigatedAt: at(21),
  restoredAt: at(48),
  closedAt: at(300),
};

function move(course: Course, ...steps: Parameters<typeof moveIncident>[1][]): Course {
  return steps.reduce((now, step) => {
    const next = moveIncident(now, step, { now: NOW });
    if ('refused' in next) throw new Error(next.refused);
    return next;
  }, course);
}

describe('moving an incident', () => {
  test('notes the time that a person gives, else what was noted, else now', () => {
    const given = moveIncident(declared, 'acknowledge', { at: at(7), now: NOW });
    expect(given).toMatchObject({ state: 'acknowledged', times: { acknowledgedAt: at(7) } });
    const noted = { ...declared, times: { ...declared.times, acknowledgedAt: at(8) } };
    expect(moveIncident(noted, 'acknowledge', { now: NOW })).toMatchObject({
      times: { acknowledgedAt: at(8) },
    });
    expect(moveIncident(declared, 'acknowledge', { now: NOW })).toMatchObject({
      times: { acknowledgedAt: NOW },
    });
  });

  test('may skip to restored, and leaves unknown what nobody noted', () => {
    const { state, times } = move(declared, 'restore');
    expect(state).toBe('restored');
    expect(unknownTimes(state, times)).toEqual(['startedAt', 'detectedAt', 'acknowledgedAt', 'mitigatedAt']);
  });

  test('takes the ends back when it is reopened, and keeps how it began', () => {
    const { state, times } = move(declared, 'acknowledge', 'restore', 'close', 'reopen');
    expect(state).toBe('acknowledged');
    expect(times).toEqual({ ...NO_TIMES, declaredAt: at(6), acknowledgedAt: NOW });
  });

  test('never changes what it was given, and keeps a time for each state it reached', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...INCIDENT_TRANSITIONS), { maxLength: 30 }), steps => {
        let course = declared;
        let now = NOW;
        for (const step of steps) {
          const before = structuredClone(course);
          now += MINUTE;
          const next = moveIncident(course, step, { now });
          expect(course).toEqual(before);
          if (!('refused' in next)) course = next;
        }
        const due = {
          declared: 'declaredAt',
          acknowledged: null,
          mitigated: 'mitigatedAt',
          restored: 'restoredAt',
          closed: 'closedAt',
        } as const;
        const name = due[course.state];
        if (name !== null) expect(course.times[name]).not.toBeNull();
        expect(isAcceptable(checkTimes(course.times, { now }))).toBe(true);
      }),
    );
  });
});

describe('checking times', () => {
  const objections = (changed: Partial<IncidentTimes>) =>
    checkTimes({ ...orderly, ...changed }, { now: NOW }).map(
      ({ level, times }) => `${level}: ${times.join(' → ')}`,
    );

  test('has nothing to say about an orderly night, or about times that nobody knows', () => {
    expect(checkTimes(orderly, { now: NOW })).toEqual([]);
    for (const state of INCIDENT_STATES) expect(unknownTimes(state, orderly)).toEqual([]);
    fc.assert(
      fc.property(fc.subarray([...TIME_NAMES]), known => {
        const times = { ...NO_TIMES, ...Object.fromEntries(known.map(name => [name, orderly[name]])) };
        expect(checkTimes(times, { now: NOW })).toEqual([]);
      }),
    );
  });

  test.each([
    [{ restoredAt: at(-1), mitigatedAt: null }, 'error: startedAt → restoredAt'],
    [{ mitigatedAt: at(50) }, 'error: mitigatedAt → restoredAt'],
    [{ acknowledgedAt: at(3) }, 'error: detectedAt → acknowledgedAt'],
    [{ declaredAt: at(3) }, 'error: detectedAt → declaredAt'],
    [{ closedAt: at(40) }, 'error: restoredAt → closedAt'],
    [{ startedAt: Number.NaN }, 'error: startedAt'],
    [{ closedAt: at(60 * 48) }, 'error: closedAt'],
  ])('refuses %o', (changed, objection) => {
    expect(objections(changed)).toContain(objection);
  });

  test.each([
    [{ detectedAt: at(-2) }, 'warning: startedAt → detectedAt'],
    [{ detectedAt: at(60), declaredAt: at(60), acknowledgedAt: at(60) }, 'warning: detectedAt → restoredAt'],
    [{ acknowledgedAt: at(55) }, 'warning: acknowledgedAt → restoredAt'],
    [{ startedAt: at(-366 * 24 * 60) }, 'warning: startedAt → detectedAt'],
  ])('marks %o and keeps it', (changed, objection) => {
    expect(objections(changed)).toContain(objection);
    expect(objections(changed).filter(text => text.startsWith('error'))).toEqual([]);
  });

  test('names both times of an impossible order, by how much, and what to do', () => {
    const [remark] = checkTimes({ ...NO_TIMES, detectedAt: at(9), restoredAt: at(2) }, { now: NOW });
    expect(remark!.text).toBe(
      'Restored comes 7 min before detected. Right if it was over before anyone noticed; otherwise a clock is off, or an earlier sign is missing.',
    );
  });

  test('forgives a clock that is a little fast', () => {
    expect(checkTimes({ ...NO_TIMES, declaredAt: NOW + 2 * MINUTE }, { now: NOW })).toEqual([]);
  });
});

describe('durations', () => {
  test('are counted from the start of impact, and from detection to acknowledgement', () => {
    const minutes = Object.entries(durationsOf(orderly)).map(([name, { us }]) => [name, us! / MINUTE]);
    expect(Object.fromEntries(minutes)).toEqual({ detect: 4, acknowledge: 3, mitigate: 21, restore: 48 });
  });

  test('are a length or a reason, never negative', () => {
    const time = fc.option(fc.integer({ min: -600, max: 600 }).map(at));
    const record = Object.fromEntries(TIME_NAMES.map(name => [name, time]));
    fc.assert(
      fc.property(fc.record(record), times => {
        const all = durationsOf(times as unknown as IncidentTimes);
        for (const name of DURATION_NAMES) {
          const { us, reason } = all[name];
          if (us === null) expect(reason).toMatch(/^[A-Z].*\.$/);
          else expect(us).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
