import type { CSSProperties, ReactNode } from 'react';
import { durationText } from '../../../core/chart/durationText.ts';
import { fullInstantText, instantText } from '../../../core/chart/instantText.ts';
import { zoneClock } from '../../../core/chart/zoneClock.ts';
import { LEVELS, RECORD_KINDS } from '../../../core/document/schema/words.ts';
import { t } from '../../messages/index.ts';
import { cx } from '../../ui/cx.ts';
import { useZone } from '../../ui/zone.ts';
import type { TimelineModel } from '../model/timelineModel.ts';
import { isUnsettled } from '../model/unsettled.ts';

/** Time, order, level, service, text. */
export const EVENT_COLUMNS =
  'grid grid-cols-[9.5rem_1.5rem_4rem_11rem_minmax(12rem,1fr)] gap-2 px-3 max-sm:grid-cols-[8rem_1rem_minmax(8rem,1fr)]';
/** Columns that narrow screens leave out. */
export const EVENT_EXTRA = 'max-sm:hidden';

const LEVEL_TONES: Record<string, string> = {
  error: 'text-error',
  fatal: 'text-error',
  warn: 'text-warn',
};

interface EventRowProps {
  model: TimelineModel;
  /** Of the event, in the columns. */
  place: number;
  /** Of the table, from 0. */
  row: number;
  /** Place of the event in the row above. */
  before: number | undefined;
  /** Undefined until it was fetched. */
  text: string | undefined;
  isChosen: boolean;
  isCurrent: boolean;
  style: CSSProperties;
  onPress(): void;
}

/** One event in the table. */
export function EventRow({
  model,
  place,
  row,
  before,
  text,
  isChosen,
  isCurrent,
  style,
  onPress,
}: EventRowProps) {
  const clock = zoneClock(useZone());
  const { columns } = model;
  const at = columns.at[place]!;
  const { service, source } = columns.lanes[columns.lane[place]!]!;
  const level = LEVELS[columns.level[place]!]!;
  const duration = columns.durationUs[place]!;
  const isOpen = before !== undefined && isUnsettled(columns, place, before);
  return (
    <tr
      id={`event-row-${row}`}
      aria-rowindex={row + 2}
      aria-selected={isChosen}
      onClick={onPress}
      className={cx(
        EVENT_COLUMNS,
        'absolute inset-x-0 cursor-pointer items-center border-b border-line hover:bg-sunken',
        isChosen && 'bg-accent-soft',
        isCurrent && 'outline-1 -outline-offset-1 outline-accent',
      )}
      style={style}
    >
      <Cell className="tabular" title={fullInstantText(at, 'us', clock)}>
        {instantText(at, { clock, digits: 6, date: 'none' })}
      </Cell>
      <Cell className="text-center text-warn" title={isOpen ? t.timeline.tables.unsettled : undefined}>
        {isOpen && (
          <>
            <span aria-hidden>≈</span>
            <span className="sr-only">{t.timeline.tables.unsettled}</span>
          </>
        )}
      </Cell>
      <Cell className={cx(EVENT_EXTRA, LEVEL_TONES[level])}>
        {level || RECORD_KINDS[columns.kind[place]!]}
      </Cell>
      <Cell className={EVENT_EXTRA} title={source}>
        {service || source}
      </Cell>
      <Cell title={text}>
        {text ?? <span className="text-muted">{t.timeline.tip.record(columns.number[place]!)}</span>}
        {duration > 0 && <span className="text-muted"> · {durationText(duration)}</span>}
      </Cell>
    </tr>
  );
}

interface CellProps {
  className?: string;
  title?: string | undefined;
  children: ReactNode;
}

function Cell({ className, title, children }: CellProps) {
  return (
    <td className={cx('truncate', className)} title={title} dir="auto">
      {children}
    </td>
  );
}
