import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOf, centredOn, heldWithin, paddedView, panBy, xOf, zoomAround } from './timeView.ts';

const LIMITS = { from: 0, to: 1_000_000 };

describe('the view', () => {
  test('zooms around an instant that stays where it is', () => {
    const view = zoomAround({ from: 200_000, to: 600_000 }, 300_000, 0.5, LIMITS);
    expect(view).toEqual({ from: 250_000, to: 450_000 });
    expect(xOf(view, 100, 300_000)).toBe(xOf({ from: 200_000, to: 600_000 }, 100, 300_000));
  });

  test('stops at the limits and at what can be drawn', () => {
    expect(panBy({ from: 900_000, to: 1_000_000 }, 5, LIMITS)).toEqual({ from: 900_000, to: 1_000_000 });
    expect(zoomAround(LIMITS, 500_000, 10, LIMITS)).toEqual(LIMITS);
    const closest = zoomAround(LIMITS, 500_000, 1e-9, LIMITS);
    expect(closest.to - closest.from).toBe(20);
  });

  test('gives a window without length a minute', () => {
    expect(paddedView({ from: 5, to: 5 })).toEqual({ from: 5 - 30_000_000, to: 5 + 30_000_000 });
  });

  test('puts an instant in the middle', () => {
    expect(centredOn({ from: 0, to: 100 }, 500, LIMITS)).toEqual({ from: 450, to: 550 });
  });

  test('never leaves the limits, and finds the instant under its own pixel', () => {
    const at = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(at, at, (a, b) => {
        const view = heldWithin({ from: Math.min(a, b), to: Math.max(a, b) }, LIMITS);
        expect(view.from >= LIMITS.from && view.to <= LIMITS.to + 1e-6).toBe(true);
        expect(atOf(view, 700, xOf(view, 700, view.from))).toBeCloseTo(view.from, 3);
      }),
    );
  });
});
