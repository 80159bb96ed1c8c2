import { heldWithin, type TimeView } from '../../../core/chart/timeView.ts';

/** Moves the view: at once while a hand moves it, gliding when a key or a button sends it somewhere. */
export interface Camera {
  /** Where the view is, or is going. */
  target(): TimeView;
  jump(view: TimeView): void;
  glide(view: TimeView): void;
  /** One frame of gliding; the view to draw now. True while there is more to come. */
  advance(now: number): boolean;
  view(): TimeView;
}

const GLIDE_MS = 180;

/** Makes a camera that stays within limits and asks for frames through `invalidate`. */
export function createCamera(home: TimeView, limits: TimeView, invalidate: () => void): Camera {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let view = home;
  let start = home;
  let target = home;
  let began: number | undefined;

  function jump(wanted: TimeView): void {
    target = heldWithin(wanted, limits);
    view = target;
    began = undefined;
    invalidate();
  }

  return {
    target: () => target,
    view: () => view,
    jump,
    glide(wanted) {
      if (still.matches) return jump(wanted);
      start = view;
      target = heldWithin(wanted, limits);
      began = performance.now();
      invalidate();
    },
    advance(now) {
      if (began === undefined) return false;
      const share = Math.min(1, Math.max(0, (now - began) / GLIDE_MS));
      view = between(start, target, 1 - (1 - share) ** 3);
      if (share === 1) began = undefined;
      return began !== undefined;
    },
  };
}

/** Zooms evenly to the eye: the span changes by equal ratios. */
function between(start: TimeView, target: TimeView, share: number): TimeView {
  if (share >= 1) return target;
  const [first, last] = [start.to - start.from, target.to - target.from];
  const span = first * (last / first) ** share;
  if (Math.abs(last - first) < first * 1e-6) {
    const from = start.from + (target.from - start.from) * share;
    return { from, to: from + span };
  }
  // The instant that both views show at the same place stays there.
  const weight = (span - first) / (last - first);
  const from = start.from + (target.from - start.from) * weight;
  return { from, to: from + span };
}
