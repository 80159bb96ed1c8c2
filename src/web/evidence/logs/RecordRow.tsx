import { memo } from 'react';
import { t } from '../../messages/index.ts';
import { cx } from '../../ui/cx.ts';
import { fullText } from '../../ui/instant.ts';
import { Highlight } from './Highlight.tsx';
import type { LogRecord } from './record.ts';
import { recordText } from './recordText.ts';
import { stampText } from './stampText.ts';
import { LEVEL_CLASS } from './tones.ts';

/** Pixels of every row: one line, so that fifty thousand need no measuring. */
export const ROW_HEIGHT = 26;

interface RecordRowProps {
  record: LogRecord;
  zone: string;
  /** The records are not all of one day. */
  hasDays: boolean;
  wanted: string;
  isCurrent: boolean;
  /** Pixels from the top of the list. */
  top: number;
  onOpen(record: LogRecord): void;
}

/** One record on one line. */
export const RecordRow = memo(function RecordRow({
  record,
  zone,
  hasDays,
  wanted,
  isCurrent,
  top,
  onOpen,
}: RecordRowProps) {
  const { number, at, atRaw, level, service, source, kind } = record;
  return (
    <div
      id={`record-${number}`}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className={cx(
        'absolute inset-x-0 flex cursor-pointer items-center gap-3 whitespace-nowrap border-l-2 px-2.5 font-mono text-xs',
        isCurrent ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-sunken',
      )}
      style={{ height: ROW_HEIGHT, transform: `translateY(${top}px)` }}
      onClick={() => onOpen(record)}
      onKeyDown={event => event.key === 'Enter' && onOpen(record)}
    >
      <span
        className="tabular shrink-0 text-muted"
        title={at ? t.evidence.logs.stamp(fullText(at, zone), atRaw) : atRaw}
      >
        {at ? stampText(at, { zone, hasDays, digits: 3 }) : '–'}
      </span>
      <span className={cx('w-11 shrink-0 uppercase @max-md:hidden', LEVEL_CLASS[level] ?? 'text-muted')}>
        {level || kind}
      </span>
      <span className="w-44 shrink-0 truncate text-muted @max-2xl:hidden">{service || source}</span>
      <span dir="auto" className={cx('min-w-0 flex-1 truncate', isCurrent ? 'text-text' : '')}>
        <Highlight text={recordText(record)} wanted={wanted} />
      </span>
    </div>
  );
});
