import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { TimeView } from '../../core/chart/timeView.ts';
import type { TimelineView } from './createTimelineView.ts';

/** Views that differ by less, in microseconds, are the same: the address rounds. */
const SAME = 2;

const isSame = (one: TimeView, other: TimeView): boolean =>
  Math.abs(one.from - other.from) <= SAME && Math.abs(one.to - other.to) <= SAME;

/**
 * Goes where the address says when something else than the timeline's own movement changed it: a link, the back button.
 * Gives what the timeline must call with each view that it puts into the address itself.
 */
export function useFollowedView(
  viewRef: RefObject<TimelineView | undefined>,
  wanted: TimeView | undefined,
  home: TimeView,
): (said: TimeView) => void {
  const last = useRef(wanted ?? home);
  useEffect(() => {
    const next = wanted ?? home;
    if (isSame(next, last.current)) return;
    last.current = next;
    viewRef.current?.camera.glide(next);
  }, [wanted, home, viewRef]);
  return useCallback(said => {
    last.current = said;
  }, []);
}
