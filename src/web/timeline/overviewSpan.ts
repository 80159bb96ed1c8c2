import type { TimeView } from '../../core/chart/timeView.ts';
import type { TimelineModel } from './model/timelineModel.ts';

/** What the overview shows: the time around home, or all there is once one is outside of that or sees more. */
export function overviewSpan(
  { near, limits }: Pick<TimelineModel, 'near' | 'limits'>,
  view: TimeView,
): TimeView {
  const isIn = view.to > near.from && view.from < near.to && view.to - view.from <= near.to - near.from;
  return isIn ? near : limits;
}
