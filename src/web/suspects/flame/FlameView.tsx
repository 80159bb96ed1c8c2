import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { NoSpans } from '../stretch/NoSpans.tsx';
import { SampledNote } from '../stretch/SampledNote.tsx';
import { useStretch } from '../stretch/useStretch.ts';
import { ChangeLegend } from './ChangeLegend.tsx';
import { FlameBar } from './FlameBar.tsx';
import { FlameGraph } from './FlameGraph.tsx';
import { FlamePath } from './FlamePath.tsx';
import { FlameSkeleton } from './FlameSkeleton.tsx';
import { FlameTable } from './FlameTable.tsx';
import { FoundText } from './FoundText.tsx';
import { FrameFacts } from './FrameFacts.tsx';
import type { FrameScale } from './frameFigures.ts';
import {
  type Frame,
  frameAt,
  framesOf,
  type Measure,
  nameOf,
  pathTo,
  placeFrames,
  rootsOf,
  type Side,
} from './layoutFlame.ts';

interface FlameViewProps {
  incidentId: string;
  readingId: string;
}

const FROZEN = { staleTime: Number.POSITIVE_INFINITY, placeholderData: <T,>(before: T) => before };
/** Rows of the table: the rest of the paths are reached by zooming in. */
const MOST_ROWS = 300;

/** All spans of a stretch merged by who called whom, against those before it. */
export function FlameView({ incidentId, readingId: newest }: FlameViewProps) {
  const stretch = useStretch(incidentId);
  const { search, change, input, isCompared } = stretch;
  const readingId = search.reading ?? newest;
  const measure: Measure = search.by === 'spans' ? 'spans' : 'time';
  const side: Side = search.side === 'before' && isCompared ? 'before' : 'now';
  const isTable = search.as === 'table';
  const [current, setCurrent] = useState<number>();
  const asked = { incidentId, readingId, ...input };
  const found = useQuery(
    api.traces.callPaths.queryOptions({
      input: {
        ...asked,
        ...(search.service !== undefined && { service: search.service }),
        ...(search.trace && { traceId: String(search.trace) }),
      },
      enabled: !stretch.isPending,
      ...FROZEN,
    }),
  );
  const services = useQuery(
    api.records.latency.queryOptions({ input: { incidentId, readingId, limit: 500 }, ...FROZEN }),
  );
  const paths = found.data?.paths;
  const frames = useMemo(() => framesOf(paths ?? [], measure), [paths, measure]);
  const names = useMemo(() => (Array.isArray(search.at) ? search.at.map(String) : []), [search.at]);
  const root = useMemo(() => frameAt(frames, names), [frames, names]);
  const roots = useMemo(() => (root ? [root.place] : rootsOf(frames)), [root, frames]);
  const { placed, narrow } = useMemo(() => placeFrames(frames, roots, side), [frames, roots, side]);
  const path = pathTo(frames, root);
  const zoom = (place: number | undefined): void => {
    const frame = place === undefined ? undefined : frames[place];
    setCurrent(place);
    change({ at: frame ? pathTo(frames, frame).map(nameOf) : undefined });
  };
  useShortcut('Backspace', root ? t.traces.flame.out : '', () => root && zoom(root.parent ?? undefined));
  useShortcut('Home', root ? t.traces.flame.home : '', () => zoom(undefined));

  const text = String(search.find ?? '').toLowerCase();
  const isFound = (place: number): boolean =>
    text !== '' && nameOf(frames[place]!).toLowerCase().includes(text);
  const scale: FrameScale = {
    measure,
    requests: found.data?.traces ?? 0,
    requestsBefore: isCompared ? (found.data?.tracesBefore ?? 0) : undefined,
  };
  const shown = frames[current ?? root?.place ?? placed[0]?.frame.place ?? -1];
  return (
    <>
      <p className="mb-3 max-w-[90ch] text-muted">
        {isCompared ? t.traces.flame.lead : t.traces.flame.leadAlone}
      </p>
      <FlameBar
        stretch={stretch}
        services={services.data?.services.map(({ service }) => service) ?? []}
        measure={measure}
        side={side}
        isTable={isTable}
      />
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.isError && <FlameSkeleton />}
      {found.data && frames.length === 0 && <NoSpans incidentId={incidentId} stretch={stretch} />}
      {found.data && frames.length > 0 && (
        <>
          <SampledNote everyNth={found.data.everyNth} />
          <div className="mb-1 flex flex-wrap items-center gap-x-4 gap-y-1">
            <FlamePath path={path} onZoom={zoom} />
            <span className="flex-1" />
            {text !== '' && <FoundText frames={frames} placed={placed} isFound={isFound} />}
            <span className="text-sm text-muted">
              {t.traces.flame.of(scale.requests, scale.requestsBefore)}
            </span>
          </div>
          {isTable ? (
            <FlameTable {...tableOf(frames, roots, scale)} isFound={isFound} onZoom={zoom} />
          ) : placed.length === 0 ? (
            <EmptyState title={t.traces.flame.noneThen} text={t.traces.flame.noneThenText} />
          ) : (
            <FlameGraph
              placed={placed}
              scale={scale}
              current={current}
              isFound={isFound}
              onCurrent={setCurrent}
              onZoom={zoom}
            />
          )}
          <div className="mt-2 mb-4 flex flex-wrap items-start gap-x-6 gap-y-1 text-sm text-muted">
            {isCompared && <ChangeLegend />}
            <span id="flame-keys" className="max-sm:hidden">
              {t.traces.flame.keys} {measure === 'time' && t.traces.flame.shared}
            </span>
            {!isTable && narrow > 0 && <span>{t.traces.flame.narrow(narrow)}</span>}
            {found.data.omitted > 0 && <span>{t.traces.flame.omitted(found.data.omitted)}</span>}
            {found.data.leftOut > 0 && <span>{t.traces.flame.leftOut(found.data.leftOut)}</span>}
          </div>
          {shown && (
            <FrameFacts
              incidentId={incidentId}
              readingId={readingId}
              frames={frames}
              frame={shown}
              scale={scale}
              stretch={input}
            />
          )}
        </>
      )}
    </>
  );
}

/** The frames below some, callers first, with how deep each is. */
function tableOf(frames: readonly Frame[], roots: readonly number[], scale: FrameScale) {
  const depths = new Map<number, number>();
  const waiting = roots.map(place => ({ place, depth: 0 })).reverse();
  for (let next = waiting.pop(); next && depths.size < MOST_ROWS; next = waiting.pop()) {
    depths.set(next.place, next.depth);
    for (const place of frames[next.place]!.calls.toReversed())
      waiting.push({ place, depth: next.depth + 1 });
  }
  return {
    frames: [...depths.keys()].map(place => frames[place]!),
    depthOf: (place: number) => depths.get(place) ?? 0,
    scale,
  };
}
