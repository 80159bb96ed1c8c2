import type { Micros } from '../record.ts';

/** The stretch of time that is on screen, half-open; fractions of a microsecond are allowed while moving. */
export interface TimeView {
  from: Micros;
  to: Micros;
}

/** Double precision resolves a quarter of a microsecond today, so nothing finer than this can be drawn truthfully. */
const SMALLEST_SPAN: Micros = 20;

/** Pixel of an instant. */
export function xOf(view: TimeView, width: number, at: Micros): number {
  return ((at - view.from) / (view.to - view.from)) * width;
}

/** Instant under a pixel. */
export function atOf(view: TimeView, width: number, x: number): Micros {
  return view.from + (x / width) * (view.to - view.from);
}

/** Zooms by `factor` (under 1 is closer) so that `at` stays where it is on screen. */
export function zoomAround(view: TimeView, at: Micros, factor: number, limits: TimeView): TimeView {
  const span = (view.to - view.from) * factor;
  const share = (at - view.from) / (view.to - view.from);
  const from = at - share * span;
  return heldWithin({ from, to: from + span }, limits);
}

/** Moves by a share of the span: 0.5 is half a screen later. */
export function panBy(view: TimeView, share: number, limits: TimeView): TimeView {
  const by = (view.to - view.from) * share;
  return heldWithin({ from: view.from + by, to: view.to + by }, limits);
}

/** The same span with `at` in the middle. */
export function centredOn(view: TimeView, at: Micros, limits: TimeView): TimeView {
  const half = (view.to - view.from) / 2;
  return heldWithin({ from: at - half, to: at + half }, limits);
}

/** A view that is not smaller than can be drawn, not larger than the limits, and inside them. */
export function heldWithin(view: TimeView, limits: TimeView): TimeView {
  const most = limits.to - limits.from;
  const span = Math.min(Math.max(view.to - view.from, SMALLEST_SPAN), most);
  const middle = (view.from + view.to) / 2;
  const from = Math.min(Math.max(middle - span / 2, limits.from), limits.to - span);
  return { from, to: from + span };
}

/** The window with a little air on both sides; a window without length gets a minute. */
export function paddedView(window: TimeView, share = 0.02): TimeView {
  const span = Math.max(window.to - window.from, 0);
  const air = span > 0 ? span * share : 30_000_000;
  return { from: window.from - air, to: window.to + air };
}
