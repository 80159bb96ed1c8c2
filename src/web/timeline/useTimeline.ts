import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { createColumns } from '../../core/chart/eventColumns.ts';
import { unpackEvents } from '../../core/chart/unpackEvents.ts';
import { parseInstant } from '../../core/instant.ts';
import { api, client } from '../api.ts';
import { inSlices } from './model/inSlices.ts';
import { createModel } from './model/timelineModel.ts';
import type { Moment, PhaseBand } from './model/timelineNotes.ts';

const NO_EVENTS = createColumns(0, { lanes: [], uncertainties: [null], omitted: 0 });
const PAGE = 200;

/** Key of all moments of an incident: live events about moments refresh it. */
export const momentsKey = (incidentId: string) => ['moments', 'list', 'all', incidentId] as const;

/** Everything that an incident's timeline shows; the model changes only when other evidence was read. */
export function useTimeline(incidentId: string) {
  const outline = useQuery(api.timeline.get.queryOptions({ input: { incidentId }, staleTime: 60_000 }));
  const readingId = outline.data?.reading?.id;
  const columns = useQuery({
    queryKey: [['readingEvents'], incidentId, readingId],
    // What a reading holds never changes, and comparing a million numbers to find that out would take longer.
    staleTime: Infinity,
    structuralSharing: false,
    enabled: readingId !== undefined,
    queryFn: async ({ signal }) => {
      const file = (await client.timeline.events({ incidentId, readingId: readingId! }, { signal })) as Blob;
      return inSlices(unpackEvents(new Uint8Array(await file.arrayBuffer())), signal);
    },
  });
  const moments = useQuery({
    queryKey: [momentsKey(incidentId)],
    queryFn: ({ signal }) => listMoments(incidentId, signal),
  });
  const phases = useQuery(api.incidents.phases.queryOptions({ input: { id: incidentId } }));

  const isReady = outline.isSuccess && moments.isSuccess && (!readingId || columns.isSuccess);
  // Moments are edited and the outline is fetched anew: only other evidence, or a moment outside of all that could be
  // reached, makes another model.
  const ends = [moments.data?.[0]?.at, moments.data?.at(-1)?.at];
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const model = useMemo(() => {
    if (!isReady) return undefined;
    const { series, gaps, window } = outline.data;
    return createModel({
      columns: columns.data ?? NO_EVENTS,
      series: series.map(({ times, values, ...about }) => ({
        ...about,
        points: times.map((at, place) => [at, values[place]!] as const),
      })),
      gaps,
      window,
      placed: moments.data.map(({ at }) => parseInstant(at)),
    });
  }, [isReady, outline.data?.reading?.id, columns.data, ...ends]);

  return {
    model,
    readingId,
    moments: moments.data ?? NO_MOMENTS,
    phases: usePhaseBands(phases.data, outline.data?.phases, model?.limits.to),
    error: outline.error ?? columns.error ?? moments.error,
    retry() {
      void outline.refetch();
      void moments.refetch();
      if (readingId) void columns.refetch();
    },
  };
}

const NO_MOMENTS: readonly Moment[] = [];

async function listMoments(incidentId: string, signal: AbortSignal): Promise<Moment[]> {
  const all: Moment[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.moments.list(
      { incidentId, limit: PAGE, ...(cursor && { cursor }) },
      { signal },
    );
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return all;
}

interface SaidPhases {
  phases: { name: string; from: string; to: string | null }[];
}

/** Phases that people's times and kept moments give; until there are any, those that the evidence proposes. */
function usePhaseBands(
  said: SaidPhases | undefined,
  proposed: readonly PhaseBand[] | undefined,
  end: number | undefined,
): readonly PhaseBand[] {
  return useMemo(() => {
    if (!said || said.phases.length === 0) return proposed ?? [];
    return said.phases.map(({ name, from, to }) => ({
      name,
      from: parseInstant(from),
      to: to === null ? Math.max(end ?? 0, parseInstant(from)) : parseInstant(to),
    }));
  }, [said, proposed, end]);
}
