import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentPhases } from './incidentPhases.ts';
import { type IncidentTimes, NO_TIMES, TIME_NAMES } from './incidentTimes.ts';

const MINUTE = 60e6;
const times = (known: Partial<IncidentTimes>): IncidentTimes => ({ ...NO_TIMES, ...known });
const names = (...asked: Parameters<typeof incidentPhases>) =>
  incidentPhases(...asked).phases.map(({ name }) => name);

test('nothing known makes no phase', () => {
  expect(incidentPhases(NO_TIMES, [])).toEqual({ phases: [], remarks: [] });
});

test('each phase ends where the next begins; the last is open until the incident is closed', () => {
  const known = times({ startedAt: 0, detectedAt: 5 * MINUTE, restoredAt: 20 * MINUTE });
  const { phases } = incidentPhases(known, []);
  expect(phases.map(({ name, from, to }) => [name, from, to])).toEqual([
    ['impact', 0, 5 * MINUTE],
    ['detected', 5 * MINUTE, 20 * MINUTE],
    ['restored', 20 * MINUTE, null],
  ]);
  const closed = incidentPhases({ ...known, closedAt: 60 * MINUTE }, []);
  expect(closed.phases.at(-1)!.to).toBe(60 * MINUTE);
});

test('a kept moment stands in where nobody noted the time: the first of its kind, of restorations the last', () => {
  const kept = [
    { id: 'b', kind: 'impact-start', at: 2 * MINUTE },
    { id: 'a', kind: 'impact-start', at: 1 * MINUTE },
    { id: 'c', kind: 'restore', at: 8 * MINUTE },
    { id: 'd', kind: 'restore', at: 9 * MINUTE },
    { id: 'e', kind: 'deploy', at: 3 * MINUTE },
  ];
  const { phases } = incidentPhases(NO_TIMES, kept);
  expect(phases.map(({ basis }) => basis)).toEqual([{ momentId: 'a' }, { momentId: 'd' }]);
});

test('a noted time goes before a moment, and a difference that matters is said', () => {
  const kept = [{ id: 'a', kind: 'mitigation', at: 10 * MINUTE }];
  const near = incidentPhases(times({ mitigatedAt: 10 * MINUTE + 1 }), kept);
  expect(near.remarks).toEqual([]);
  const far = incidentPhases(times({ mitigatedAt: 30 * MINUTE }), kept);
  expect(far.phases).toMatchObject([{ name: 'mitigated', basis: { time: 'mitigatedAt' } }]);
  expect(far.remarks).toMatchObject([
    { code: 'time-against-moment', text: expect.stringContaining('20 min earlier') },
  ]);
});

test('a turn that lies before the one it follows starts no phase, and says so', () => {
  const known = times({ startedAt: 10 * MINUTE, detectedAt: 5 * MINUTE, restoredAt: 20 * MINUTE });
  expect(names(known, [])).toEqual(['impact', 'restored']);
  expect(incidentPhases(known, []).remarks).toMatchObject([{ code: 'phase-out-of-order', on: 'detectedAt' }]);
});

test('whatever is known, phases follow one another without gap or overlap', () => {
  const time = fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: null });
  const anyTimes = fc.record(
    Object.fromEntries(TIME_NAMES.map(name => [name, time])),
  ) as fc.Arbitrary<IncidentTimes>;
  const kind = fc.constantFrom(
    'impact-start',
    'detection',
    'acknowledgement',
    'mitigation',
    'restore',
    'other',
  );
  const anyMoments = fc.array(fc.record({ id: fc.uuid(), kind, at: fc.integer({ min: 0, max: 1e9 }) }));
  fc.assert(
    fc.property(anyTimes, anyMoments, (known, kept) => {
      const { phases } = incidentPhases(known, kept);
      phases.forEach(({ from, to }, i) => {
        if (i < phases.length - 1) expect(to).toBe(phases[i + 1]!.from);
        if (to !== null) expect(to).toBeGreaterThanOrEqual(from);
      });
    }),
  );
});
