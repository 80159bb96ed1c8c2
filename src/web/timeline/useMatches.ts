import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { lowerBound } from '../../core/chart/lowerBound.ts';
import { api } from '../api.ts';
import type { ShownEvents } from './model/shownEvents.ts';
import type { TimelineModel } from './model/timelineModel.ts';

/** What the search finds among the events that are shown: their places, in time. */
export function useMatches(
  incidentId: string,
  readingId: string | undefined,
  text: string,
  shown: { model: TimelineModel; events: ShownEvents } | undefined,
) {
  const found = useQuery(
    api.timeline.matches.queryOptions({
      input: { incidentId, ...(readingId && { readingId }), text },
      enabled: text !== '' && readingId !== undefined,
      staleTime: Infinity,
    }),
  );
  const hits = useMemo(() => {
    if (text === '' || !found.data || !shown) return undefined;
    const { number, lane, kind, level } = shown.model.columns;
    const { pass } = shown.events;
    const places = found.data.numbers
      .map(wanted => ({ wanted, place: lowerBound(number, wanted) }))
      .filter(({ wanted, place }) => number[place] === wanted)
      .map(({ place }) => place)
      .filter(place => pass.lanes[lane[place]!] && pass.kinds[kind[place]!] && pass.levels[level[place]!]);
    return Uint32Array.from(places);
  }, [text, found.data, shown]);
  return { hits, isCut: found.data?.isCut ?? false, isPending: found.isFetching, error: found.error };
}
