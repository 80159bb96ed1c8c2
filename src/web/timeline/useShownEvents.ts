import { useEffect, useState } from 'react';
import type { EventFilter } from './model/eventFilter.ts';
import { inSlices } from './model/inSlices.ts';
import { type ShownEvents, showEvents } from './model/shownEvents.ts';
import type { TimelineModel } from './model/timelineModel.ts';

/** The events that pass the filter; those of the filter before, while a new one is worked out. */
export function useShownEvents(
  model: TimelineModel | undefined,
  filter: EventFilter,
): { model: TimelineModel; events: ShownEvents } | undefined {
  const [shown, setShown] = useState<{ model: TimelineModel; events: ShownEvents }>();
  useEffect(() => {
    if (!model) return;
    const stop = new AbortController();
    inSlices(showEvents(model, filter), stop.signal).then(
      events => setShown({ model, events }),
      () => undefined,
    );
    return () => stop.abort();
  }, [model, filter]);
  return shown && shown.model === model ? shown : undefined;
}
