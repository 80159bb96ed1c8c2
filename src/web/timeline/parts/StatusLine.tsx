import { durationText } from '../../../core/chart/durationText.ts';
import { instantText } from '../../../core/chart/instantText.ts';
import type { TimeView } from '../../../core/chart/timeView.ts';
import { zoneClock } from '../../../core/chart/zoneClock.ts';
import { t } from '../../messages/index.ts';
import { useZone } from '../../ui/zone.ts';
import { placesIn, type ShownEvents } from '../model/shownEvents.ts';
import type { TimelineModel } from '../model/timelineModel.ts';

interface StatusLineProps {
  model: TimelineModel;
  events: ShownEvents;
  view: TimeView;
}

/** Which stretch is shown, how many events are in it, and what is not shown. */
export function StatusLine({ model, events, view }: StatusLineProps) {
  const clock = zoneClock(useZone());
  const [first, last] = placesIn(events.all, 0, view);
  const { columns } = model;
  const digits = view.to - view.from < 2_000_000 ? 6 : view.to - view.from < 60_000_000 ? 3 : 0;
  const text = (at: number, date: 'short' | 'none') => instantText(at, { clock, digits, date });
  const hidden = columns.count - events.total;
  return (
    <p role="status" className="tabular flex flex-wrap gap-x-4 py-1.5 text-sm text-muted">
      <span>
        {t.timeline.span(text(view.from, 'short'), text(view.to, 'none'), durationText(view.to - view.from))}
      </span>
      <span>{t.timeline.status(last - first, columns.count)}</span>
      {hidden > 0 && <span className="text-warn">{t.timeline.statusHidden(hidden)}</span>}
      {columns.omitted > 0 && <span className="text-warn">{t.timeline.omitted(columns.omitted)}</span>}
    </p>
  );
}
