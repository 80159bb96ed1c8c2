import { GripVertical } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { t } from '../messages/index.ts';
import { cx } from './cx.ts';
import { useSorting } from './useSorting.ts';

interface SortableListProps<Item> {
  label: string;
  items: readonly Item[];
  keyOf(item: Item): string;
  /** What a handle calls the item that it moves. */
  nameOf(item: Item): string;
  onOrder(keys: readonly string[]): Promise<unknown>;
  /** A row, with the handle to put into it. */
  children(item: Item, handle: ReactNode): ReactNode;
}

/** A list whose rows are put into an order: drag a handle, by mouse or finger, or press up and down on it. */
export function SortableList<Item>({
  label,
  items,
  keyOf,
  nameOf,
  onOrder,
  children,
}: SortableListProps<Item>) {
  const hint = useId();
  const list = useRef<HTMLOListElement>(null);
  const byKey = new Map(items.map(item => [keyOf(item), item]));
  const { shown, dragged, drag, step, place } = useSorting({ keys: [...byKey.keys()], onOrder });

  const follow = useRef((_y: number): void => {});
  follow.current = y => {
    const others = [...(list.current?.children ?? [])].filter((_, at) => shown[at] !== dragged);
    if (dragged) place(dragged, others.filter(row => middleOf(row) < y).length);
  };
  // On the window: a row that moves in the document lets go of the pointer.
  useEffect(() => {
    if (!dragged) return;
    const stop = new AbortController();
    const options = { signal: stop.signal };
    addEventListener('pointermove', ({ clientY }) => follow.current(clientY), options);
    for (const end of ['pointerup', 'pointercancel'] as const)
      addEventListener(end, () => drag(null), options);
    return () => stop.abort();
  }, [dragged, drag]);

  const onKeyDown = (key: string) => (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (!by) return;
    event.preventDefault();
    step(key, by, event.currentTarget);
  };
  const onPointerDown = (key: string) => (event: PointerEvent<HTMLElement>) => {
    if (event.button === 0) drag(key);
  };
  return (
    <>
      <p id={hint} className="sr-only">
        {t.common.sortHint}
      </p>
      <ol ref={list} aria-label={label} className="flex flex-col gap-3">
        {shown.map((key, at) => {
          const item = byKey.get(key);
          return (
            item && (
              <li key={key} className={cx('scroll-mt-16 rounded', dragged === key && 'opacity-60')}>
                {children(
                  item,
                  <button
                    type="button"
                    aria-label={t.common.sort(nameOf(item), at + 1, shown.length)}
                    aria-describedby={hint}
                    className="no-print -ml-2 flex size-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm text-muted hover:bg-sunken hover:text-text"
                    onPointerDown={onPointerDown(key)}
                    onKeyDown={onKeyDown(key)}
                  >
                    <GripVertical size={15} aria-hidden />
                  </button>,
                )}
              </li>
            )
          );
        })}
      </ol>
    </>
  );
}

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
