import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { t } from '../../messages/index.ts';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MOST_ROWS, type TableRows } from '../model/tableRows.ts';
import type { TimelineModel } from '../model/timelineModel.ts';
import { EVENT_COLUMNS, EVENT_EXTRA, EventRow } from './EventRow.tsx';

interface EventTableProps {
  model: TimelineModel;
  rows: TableRows;
  texts: ReadonlyMap<number, string>;
  /** Place of the chosen event. */
  chosen: number | undefined;
  onChoose(place: number): void;
  onWant(numbers: readonly number[]): void;
}

const ROW = 30;
/** Rows that each key goes on by. */
const STEPS = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The events in view as a table of any length: arrow keys walk, Enter chooses. */
export function EventTable({ model, rows, texts, chosen, onChoose, onWant }: EventTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const { columns } = model;

  const chosenRow = chosen === undefined ? -1 : rows.rowOf(chosen);
  useEffect(() => {
    if (chosenRow < 0) return;
    setCurrent(chosenRow);
    virtual.scrollToIndex(chosenRow, { align: 'auto' });
  }, [chosenRow, virtual]);

  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? -1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: texts come by themselves; only other rows ask for more.
  useEffect(() => {
    const timer = setTimeout(() => {
      const numbers = [];
      for (let row = first; row <= last; row++) numbers.push(columns.number[rows.placeAt(row)]!);
      onWant(numbers);
    }, 60);
    return () => clearTimeout(timer);
  }, [first, last, rows, onWant]);

  if (rows.count === 0)
    return <EmptyState title={t.timeline.tables.noEvents} text={t.timeline.tables.noEventsText} />;

  const go = (row: number): void => {
    const next = Math.min(Math.max(row, 0), rows.count - 1);
    setCurrent(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') onChoose(rows.placeAt(current));
    else if (event.key in STEPS) go(current + STEPS[event.key as keyof typeof STEPS]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      {rows.total > MOST_ROWS && (
        <p className="pb-2 text-sm text-warn">{t.timeline.tables.tooMany(MOST_ROWS)}</p>
      )}
      <div ref={scroller} className="relative h-[26rem] overflow-auto rounded border border-line bg-panel">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that one walks through.
          role="grid"
          tabIndex={0}
          aria-label={t.timeline.tables.events}
          aria-rowcount={rows.count + 1}
          aria-activedescendant={`event-row-${current}`}
          onKeyDown={onKeyDown}
          className="block min-h-full min-w-fit -outline-offset-2"
        >
          <thead className="sticky top-0 z-10 block border-b border-line bg-panel">
            <tr
              aria-rowindex={1}
              className={cx(EVENT_COLUMNS, 'h-8 items-center text-left text-sm text-muted')}
            >
              <Head text={t.timeline.tables.time} />
              <Head text={t.timeline.tables.order} className="overflow-hidden text-transparent" />
              <Head text={t.timeline.tables.level} className={EVENT_EXTRA} />
              <Head text={t.timeline.tables.service} className={EVENT_EXTRA} />
              <Head text={t.timeline.tables.text} />
            </tr>
          </thead>
          <tbody className="relative block" style={{ height: virtual.getTotalSize() }}>
            {shown.map(({ index, start }) => {
              const place = rows.placeAt(index);
              return (
                <EventRow
                  key={place}
                  model={model}
                  place={place}
                  row={index}
                  before={index > 0 ? rows.placeAt(index - 1) : undefined}
                  text={texts.get(columns.number[place]!)}
                  isChosen={place === chosen}
                  isCurrent={index === current}
                  style={{ height: ROW, transform: `translateY(${start}px)` }}
                  onPress={() => {
                    setCurrent(index);
                    onChoose(place);
                  }}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Head({ text, className }: { text: string; className?: string }) {
  return (
    <th scope="col" className={cx('truncate font-medium', className)}>
      {text}
    </th>
  );
}
