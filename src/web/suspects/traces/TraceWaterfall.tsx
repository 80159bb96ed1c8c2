import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowLeft } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { RecordPanel } from '../../evidence/logs/RecordPanel.tsx';
import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { arrangeSpans } from './arrangeSpans.ts';
import { SPAN_HEIGHT, SpanRow } from './SpanRow.tsx';
import { useTrace } from './useTrace.ts';

const TICKS = [0, 0.25, 0.5, 0.75, 1];

interface TraceWaterfallProps {
  incidentId: string;
  readingId: string;
  traceId: string;
  onClose(): void;
}

/** The spans of one request below each other: on one clock, and with `r` as each machine stamped them. */
export function TraceWaterfall({ incidentId, readingId, traceId, onClose }: TraceWaterfallProps) {
  const trace = useTrace(incidentId, readingId, traceId);
  const [isRaw, setRaw] = useState(false);
  const [open, setOpen] = useState<number>();
  const frame = useRef<HTMLDivElement>(null);
  useShortcut('r', t.suspects.rawClock, () => setRaw(!isRaw));
  useShortcut('Escape', '', onClose);
  const { rows, durationUs } = useMemo(
    () => arrangeSpans(trace.data ?? [], isRaw ? 'raw' : 'reference'),
    [trace.data, isRaw],
  );
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => SPAN_HEIGHT,
    overscan: 20,
  });
  const outside = rows.filter(row => row.isOutside).length;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button size="small" icon={<ArrowLeft size={14} aria-hidden />} onClick={onClose}>
          {t.suspects.allTraces}
        </Button>
        <code className="font-mono text-sm [overflow-wrap:anywhere]">{traceId}</code>
        {rows.length > 0 && (
          <span className="text-muted">{t.suspects.traceSaid(rows.length, microsText(durationUs))}</span>
        )}
        {outside > 0 && <span className="text-sm text-warn">{t.suspects.outside(outside)}</span>}
        <span className="flex-1" />
        <Link
          to="/incidents/$id/suspects"
          params={{ id: incidentId }}
          search={{ view: 'flame', trace: traceId, all: true }}
          className="text-accent hover:underline"
        >
          {t.suspects.view.flame}
        </Link>
        <CheckField label={`${t.suspects.rawClock} (r)`} isChecked={isRaw} onChange={setRaw} />
      </div>
      {trace.isPending && <SkeletonRows />}
      {trace.isError && <ErrorState error={trace.error} onRetry={() => void trace.refetch()} />}
      {trace.isSuccess && rows.length === 0 && (
        <EmptyState title={t.suspects.noSpans} text={t.suspects.noSpansText} />
      )}
      {rows.length > 0 && (
        <div className="flex items-start gap-4">
          <div className="min-w-0 flex-1 rounded border border-line bg-panel">
            <div aria-hidden className="flex h-7 items-center border-b border-line text-xs text-muted">
              <span className="w-[38%] shrink-0 px-3">{t.suspects.span}</span>
              <span className="tabular relative mr-16 h-full flex-1">
                {TICKS.map(share => (
                  <span
                    key={share}
                    className="absolute top-1.5 -translate-x-1/2 whitespace-nowrap max-sm:[&:nth-child(even)]:hidden"
                    style={{ left: `${100 * share}%` }}
                  >
                    {share === 0 ? 0 : microsText(share * durationUs)}
                  </span>
                ))}
              </span>
            </div>
            <div ref={frame} className="max-h-[calc(100dvh-18rem)] min-h-64 overflow-y-auto">
              <ol aria-label={t.suspects.span} className="relative" style={{ height: list.getTotalSize() }}>
                {list.getVirtualItems().map(({ index, start }) => {
                  const row = rows[index]!;
                  return (
                    <SpanRow
                      key={row.span.number}
                      row={row}
                      durationUs={durationUs}
                      top={start}
                      isOpen={row.span.number === open}
                      onOpen={setOpen}
                    />
                  );
                })}
              </ol>
            </div>
          </div>
          {open !== undefined && (
            <RecordPanel
              incidentId={incidentId}
              readingId={readingId}
              number={open}
              onOpen={setOpen}
              onClose={() => setOpen(undefined)}
            />
          )}
        </div>
      )}
    </>
  );
}
