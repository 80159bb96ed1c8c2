import { useEffect, useRef } from 'react';
import { t } from '../../messages/index.ts';
import { cx } from '../../ui/cx.ts';
import type { LogRecord } from './record.ts';
import { recordText } from './recordText.ts';
import { LEVEL_CLASS } from './tones.ts';

interface ContextLinesProps {
  records: readonly LogRecord[];
  /** Which of them is looked at. */
  number: number;
  onOpen(number: number): void;
}

/** A record with those beside it in its file, by their lines. */
export function ContextLines({ records, number, onOpen }: ContextLinesProps) {
  const current = useRef<HTMLLIElement>(null);
  const count = records.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when more lines come, the one looked at stays in view.
  useEffect(() => {
    const list = current.current?.parentElement;
    if (current.current && list)
      list.scrollTop = current.current.offsetTop - list.offsetTop - list.clientHeight / 2;
  }, [number, count]);
  return (
    <ol
      aria-label={t.evidence.logs.around}
      className="relative max-h-96 overflow-auto rounded border border-line bg-panel py-1 font-mono text-xs"
    >
      {records.map(record => {
        const isCurrent = record.number === number;
        return (
          <li key={record.number} ref={isCurrent ? current : undefined}>
            <button
              type="button"
              aria-current={isCurrent || undefined}
              className={cx(
                'flex min-h-6 w-full items-center gap-3 px-2.5 text-left',
                isCurrent ? 'bg-accent-soft' : 'hover:bg-sunken',
              )}
              onClick={() => onOpen(record.number)}
            >
              <span className="tabular w-10 shrink-0 text-right text-muted">{record.line}</span>
              <span dir="auto" className={cx('whitespace-nowrap', LEVEL_CLASS[record.level])}>
                {recordText(record).slice(0, 400)}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
