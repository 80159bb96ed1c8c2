import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../messages/index.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useZone } from '../../ui/zone.ts';
import { RecordRow, ROW_HEIGHT } from './RecordRow.tsx';
import type { LogRecord } from './record.ts';

/** Rows before the end at which the next ones are asked for: a fast hand on the wheel does not outrun them. */
const AHEAD = 150;

interface RecordListProps {
  records: readonly LogRecord[];
  hasMore: boolean;
  onMore(): void;
  wanted: string;
  /** The records are not all of one day. */
  hasDays: boolean;
  /** Number of the record that is open. */
  open: number | undefined;
  onOpen(number: number | undefined, as: 'step' | 'replace'): void;
}

/** Records one below the other, only those in view drawn. j and k go through them, Enter opens one. */
export function RecordList({ records, hasMore, onMore, wanted, hasDays, open, onOpen }: RecordListProps) {
  const zone = useZone();
  const frame = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<number>();
  const rows = useVirtualizer({
    count: records.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 24,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last + AHEAD >= records.length) onMore();
  }, [hasMore, last, records.length, onMore]);

  const marked = open ?? current;
  const place = marked === undefined ? -1 : records.findIndex(({ number }) => number === marked);
  const step = (by: number): void => {
    const next = Math.min(
      records.length - 1,
      Math.max(0, place < 0 ? (rows.range?.startIndex ?? 0) : place + by),
    );
    const record = records[next];
    if (!record) return;
    setCurrent(record.number);
    rows.scrollToIndex(next, { align: 'auto' });
    // What is open follows; each step of a hand through the list is no step of the back button.
    if (open !== undefined) onOpen(record.number, 'replace');
  };
  useShortcut('j', t.evidence.logs.next, () => step(1));
  useShortcut('k', t.evidence.logs.previous, () => step(-1));
  useShortcut('Enter', t.evidence.logs.openRecord, () => marked !== undefined && onOpen(marked, 'step'));
  useShortcut('Escape', '', () => onOpen(undefined, 'step'));

  return (
    <div
      ref={frame}
      role="listbox"
      tabIndex={0}
      aria-label={t.evidence.logs.records}
      aria-activedescendant={marked === undefined ? undefined : `record-${marked}`}
      className="@container h-full overflow-y-auto overscroll-contain"
      onKeyDown={event => {
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!by) return;
        event.preventDefault();
        step(by);
      }}
    >
      <div className="relative" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const record = records[index]!;
          return (
            <RecordRow
              key={record.number}
              record={record}
              zone={zone}
              hasDays={hasDays}
              wanted={wanted}
              isCurrent={record.number === marked}
              top={start}
              onOpen={({ number }) => {
                setCurrent(number);
                onOpen(number, 'step');
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
