import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock, ClockReport } from '../document/bundle.ts';
import type { Exchange } from './exchange.ts';
import { fitClocks } from './fitClocks.ts';
import { reportClocks } from './reportClocks.ts';
import { generator, type Skew, shownAt, simulate } from './simulate.testing.ts';

const SECONDS = 900;

function report(exchanges: readonly Exchange[], more: string[] = []): ClockReport {
  const clocks = new Set([...exchanges.flatMap(({ caller, callee }) => [caller, callee]), ...more]);
  const stamps = [...clocks].map(clock => ({ clock, records: 1, first: null, last: null }));
  return reportClocks(fitClocks(exchanges), exchanges, stamps);
}

/** What the report adds to a stamp of a clock. */
function correction({ segments }: Clock, stamp: number): number {
  const segment = segments.findLast(({ from }) => stamp >= from) ?? segments[0];
  return segment === undefined ? 0 : segment.offsetUs + (segment.driftPpm * (stamp - segment.from)) / 1e6;
}

/** By how much the correction steps between the pieces of a clock, microseconds. */
function jumpsOf({ segments }: Clock): number[] {
  return segments
    .slice(1)
    .map((segment, index) => {
      const { offsetUs, driftPpm, from, to } = segments[index]!;
      return segment.offsetUs - offsetUs - (driftPpm * (to - from)) / 1e6;
    })
    .filter(jump => Math.abs(jump) > 5);
}

/** By how many microseconds the report misplaces a true time of one clock, against what the reference showed then. */
function misplaced(found: ClockReport, skews: Record<string, Skew>, name: string, seconds: number): number {
  const clock = found.clocks.find(({ clock }) => clock === name)!;
  const stamp = shownAt(skews[name]!, seconds);
  return stamp + correction(clock, stamp) - shownAt(skews[found.reference]!, seconds);
}

/** Calls along a chain of hosts and some across, so that every host is reached. */
function callsAmong(hosts: string[], times: number, delay: number) {
  const chain = hosts.slice(1).map((callee, index) => ({ caller: hosts[index]!, callee, times, delay }));
  const across = hosts
    .slice(2)
    .map((caller, index) => ({ caller, callee: hosts[index]!, times, delay: delay * 2 }));
  return [...chain, ...across];
}

const skewOf = fc.record({
  offset: fc.integer({ min: -10_000_000, max: 10_000_000 }),
  drift: fc.double({ min: -100, max: 100, noNaN: true }),
});

describe('reportClocks', () => {
  it('recovers offsets and drifts of any hosts, within the uncertainty that it gives', () => {
    fc.assert(
      fc.property(
        fc.array(skewOf, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 50, max: 2000 }),
        fc.integer(),
        (list, delay, seed) => {
          const skews = Object.fromEntries(list.map((skew, index) => [`host-${index}`, skew]));
          const calls = callsAmong(Object.keys(skews), 80, delay);
          const found = report(simulate({ skews, calls, seconds: SECONDS, random: generator(seed) }));
          for (const clock of found.clocks) {
            if (clock.state !== 'corrected') continue;
            for (const seconds of [10, 450, 890]) {
              const error = Math.abs(misplaced(found, skews, clock.clock, seconds));
              expect(error).toBeLessThanOrEqual(clock.segments[0]!.uncertaintyUs + 2);
              expect(error).toBeLessThanOrEqual(2 * delay);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds a step of any one clock and places what is before and after it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 800 }),
        fc.integer({ min: 10_000, max: 2_000_000 }),
        fc.boolean(),
        fc.integer(),
        (at, size, isForward, seed) => {
          const step = { at, by: isForward ? size : -size };
          const skews = {
            a: { offset: 0, drift: 0 },
            b: { offset: -3_000_000, drift: 40, step },
            c: { offset: 800_000, drift: -20 },
          };
          const calls = callsAmong(['a', 'b', 'c'], 150, 500);
          const found = report(simulate({ skews, calls, seconds: SECONDS, random: generator(seed) }));
          const b = found.clocks.find(({ clock }) => clock === 'b')!;
          expect(jumpsOf(b)).toHaveLength(1);
          // The time that a step back repeats cannot be told apart, and must say so.
          const repeated = b.segments.filter(({ uncertaintyUs }) => uncertaintyUs > size);
          expect(repeated.length > 0).toBe(!isForward);
          for (const seconds of [5, at - 30, at + 30, 895]) {
            expect(Math.abs(misplaced(found, skews, 'b', seconds))).toBeLessThan(1000);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('chooses a reference that did not step, where one has pairs enough', () => {
    const skews = {
      hub: { offset: 0, drift: 0, step: { at: 400, by: 700_000 } },
      left: { offset: 5_000_000, drift: 10 },
      right: { offset: -5_000_000, drift: -10 },
    };
    const calls = [
      { caller: 'hub', callee: 'left', times: 200, delay: 300 },
      { caller: 'hub', callee: 'right', times: 150, delay: 300 },
    ];
    const found = report(simulate({ skews, calls, seconds: SECONDS, random: generator(1) }));
    expect(found.reference).toBe('left');
    expect(found.clocks.find(({ clock }) => clock === 'right')?.segments).toHaveLength(1);
  });

  it('leaves clocks alone that agree within the uncertainty', () => {
    const skews = { a: { offset: 0, drift: 0 }, b: { offset: 20, drift: 0 } };
    const calls = [{ caller: 'a', callee: 'b', times: 200, delay: 2000 }];
    const found = report(simulate({ skews, calls, seconds: SECONDS, random: generator(2) }));
    const b = found.clocks.find(({ state }) => state !== 'reference')!;
    expect(b.state).toBe('agrees');
    expect(b.segments).toMatchObject([{ offsetUs: 0, driftPpm: 0 }]);
  });

  it('says unknown of clocks without pairs, and of pairs apart from the reference', () => {
    const skews = {
      a: { offset: 0, drift: 0 },
      b: { offset: 1e6, drift: 0 },
      x: { offset: 0, drift: 0 },
      y: { offset: 0, drift: 0 },
    };
    const calls = [
      { caller: 'a', callee: 'b', times: 50, delay: 300 },
      { caller: 'x', callee: 'y', times: 20, delay: 300 },
    ];
    const found = report(simulate({ skews, calls, seconds: SECONDS, random: generator(3) }), ['lonely']);
    const states = Object.fromEntries(found.clocks.map(({ clock, state }) => [clock, state]));
    expect(states).toMatchObject({ x: 'unknown', y: 'unknown', lonely: 'unknown' });
    expect(report([], ['lonely'])).toMatchObject({
      reference: '',
      clocks: [{ clock: 'lonely', state: 'unknown', segments: [] }],
    });
  });

  it('names the exchanges that contradict all others, and is not moved by them', () => {
    const skews = { a: { offset: 0, drift: 0 }, b: { offset: 2e6, drift: 5 }, c: { offset: -4e6, drift: 0 } };
    const calls = callsAmong(['a', 'b', 'c'], 100, 400);
    const exchanges = simulate({ skews, calls, seconds: SECONDS, random: generator(4) });
    const liars = exchanges.filter(({ caller, callee }) => caller === 'a' && callee === 'b').slice(40, 52);
    const shifted = exchanges.map(exchange =>
      liars.includes(exchange)
        ? {
            ...exchange,
            received: exchange.received - 9e6,
            replied: exchange.replied! - 9e6,
            name: `lie ${exchange.name}`,
          }
        : exchange,
    );
    const found = report(shifted);
    expect(found.contradictions).toHaveLength(1);
    expect(found.contradictions[0]!.clocks).toEqual(['a', 'b']);
    expect(found.contradictions[0]!.text).toContain('12 of 100');
    expect(found.contradictions[0]!.text).toContain('lie call');
    for (const name of ['a', 'b', 'c'])
      expect(Math.abs(misplaced(found, skews, name, 500))).toBeLessThan(500);
  });

  it('corrects neither of two clocks whose pairs contradict the way round', () => {
    const skews = { a: { offset: 0, drift: 0 }, b: { offset: 0, drift: 0 }, c: { offset: 0, drift: 0 } };
    const calls = [
      { caller: 'a', callee: 'b', times: 100, delay: 400 },
      { caller: 'b', callee: 'c', times: 100, delay: 400 },
      { caller: 'c', callee: 'a', times: 40, delay: 400 },
    ];
    const exchanges = simulate({ skews, calls, seconds: SECONDS, random: generator(5) });
    const cycle = exchanges.map(exchange =>
      exchange.caller === 'c'
        ? { ...exchange, sent: exchange.sent + 5e6, answered: exchange.answered! + 5e6 }
        : exchange,
    );
    const found = report(cycle);
    expect(found.contradictions.map(({ clocks }) => clocks)).toEqual([['a', 'c']]);
    expect(found.clocks.every(({ segments }) => segments.every(({ offsetUs }) => offsetUs === 0))).toBe(true);
  });

  it('does not depend on what the clocks are called', () => {
    const skews = {
      a: { offset: 0, drift: 0 },
      b: { offset: 3e6, drift: 50 },
      c: { offset: -1e6, drift: -70, step: { at: 300, by: 90_000 } },
    };
    const calls = callsAmong(['a', 'b', 'c'], 120, 300).map((call, index) => ({
      ...call,
      times: call.times + index,
    }));
    const exchanges = simulate({ skews, calls, seconds: SECONDS, random: generator(6) });
    const names: Record<string, string> = { a: 'zulu', b: 'alpha', c: 'mike' };
    const renamed = exchanges.map(exchange => ({
      ...exchange,
      caller: names[exchange.caller]!,
      callee: names[exchange.callee]!,
    }));
    const [before, after] = [report(exchanges), report(renamed)];
    expect(after.reference).toBe(names[before.reference]);
    for (const clock of before.clocks) {
      const other = after.clocks.find(({ clock: name }) => name === names[clock.clock])!;
      expect(other.segments).toHaveLength(clock.segments.length);
      for (const [index, { offsetUs }] of clock.segments.entries()) {
        expect(Math.abs(other.segments[index]!.offsetUs - offsetUs)).toBeLessThan(5);
      }
    }
  });

  it('is not misled by a time of slow requests on one way', () => {
    const skews = { a: { offset: 0, drift: 0 }, b: { offset: 1_500_000, drift: 30 } };
    const calls = [{ caller: 'a', callee: 'b', times: 300, delay: 500 }];
    const random = generator(7);
    const slow = simulate({ skews, calls, seconds: SECONDS, random }).map(exchange => {
      const isSlow = exchange.sent > 1_700_000_300_000_000 && exchange.sent < 1_700_000_480_000_000;
      const wait = isSlow ? 1e6 + random() * 2e6 : 0;
      return {
        ...exchange,
        received: exchange.received + wait,
        replied: exchange.replied! + wait,
        answered: exchange.answered! + wait,
      };
    });
    const found = report(slow);
    for (const seconds of [10, 400, 890])
      expect(Math.abs(misplaced(found, skews, 'b', seconds))).toBeLessThan(1000);
  });

  it('does not take answers that become slow for a step, as they contradict nothing', () => {
    const skews = { a: { offset: 0, drift: 0 }, b: { offset: 0, drift: 0 }, c: { offset: 0, drift: 0 } };
    const exchanges = simulate({
      skews,
      calls: callsAmong(['a', 'b', 'c'], 200, 500),
      seconds: SECONDS,
      random: generator(8),
    });
    const delayed = exchanges.map(exchange =>
      exchange.callee === 'b' && exchange.sent < 1_700_000_300_000_000
        ? { ...exchange, answered: exchange.answered! + 540_000 }
        : exchange,
    );
    const found = report(delayed);
    for (const { segments } of found.clocks)
      expect(segments.every(({ offsetUs }) => offsetUs === 0)).toBe(true);
  });
});
