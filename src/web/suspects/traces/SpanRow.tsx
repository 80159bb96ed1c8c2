import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { cx } from '../../ui/cx.ts';
import type { PlacedSpan } from './arrangeSpans.ts';
import type { TraceSpan } from './useTrace.ts';

/** Pixels of every row. */
export const SPAN_HEIGHT = 28;
/** How deep calls stand further in; deeper ones stand as far. */
const DEEPEST = 12;

const TINTS = ['bg-accent', 'bg-measure', 'bg-talk', 'bg-change', 'bg-muted'];

/** The same service has the same colour everywhere. */
function tintOf(service: string): string {
  let sum = 0;
  for (const letter of service) sum = (sum * 31 + letter.codePointAt(0)!) % 9973;
  return TINTS[sum % TINTS.length]!;
}

interface SpanRowProps {
  row: PlacedSpan<TraceSpan>;
  durationUs: number;
  /** Pixels from the top of the list. */
  top: number;
  isOpen: boolean;
  onOpen(number: number): void;
}

/** One span: who did what, and when within the request. */
export function SpanRow({
  row: { span, depth, start, isOutside },
  durationUs,
  top,
  isOpen,
  onOpen,
}: SpanRowProps) {
  const hasFailed = span.level === 'error' || span.level === 'fatal';
  const took = microsText(span.durationUs);
  return (
    <li className="absolute inset-x-0" style={{ height: SPAN_HEIGHT, transform: `translateY(${top}px)` }}>
      <button
        type="button"
        aria-current={isOpen || undefined}
        aria-label={t.suspects.spanSaid(span.service, span.name, took, microsText(start))}
        className={cx(
          'flex h-full w-full items-center text-left text-xs -outline-offset-2',
          isOpen ? 'bg-accent-soft' : 'hover:bg-sunken',
        )}
        onClick={() => onOpen(span.number)}
      >
        <span
          className="flex w-[38%] shrink-0 items-baseline gap-2 overflow-hidden px-3 [--step:0.75rem] max-sm:[--step:0.25rem]"
          style={{ paddingLeft: `calc(0.75rem + ${Math.min(depth, DEEPEST)} * var(--step))` }}
        >
          <bdi className={cx('truncate font-medium sm:shrink-0', hasFailed && 'text-error')}>
            {span.service}
          </bdi>
          <bdi className="truncate text-muted max-sm:hidden">{span.name}</bdi>
        </span>
        <span className="relative mr-16 h-full flex-1">
          <span
            className={cx(
              'absolute top-2 h-3 min-w-0.5 rounded-sm',
              hasFailed ? 'bg-error' : tintOf(span.service),
              isOutside && 'outline outline-1 outline-offset-1 outline-warn',
            )}
            style={{
              left: `${(100 * start) / durationUs}%`,
              width: `${(100 * span.durationUs) / durationUs}%`,
            }}
          />
          <span className="tabular absolute left-full top-1 ml-2 whitespace-nowrap text-muted">{took}</span>
        </span>
      </button>
    </li>
  );
}
