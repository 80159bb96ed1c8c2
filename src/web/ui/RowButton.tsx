import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface RowButtonProps {
  /** Of the row: what it is walked to and chosen by. */
  id: string;
  className?: string;
  /** What the row is called. */
  children: ReactNode;
  onOpen(id: string): void;
}

/** What opens a row of a list beside the list; `j` and `k` walk from one to the next. */
export const RowButton = ({ id, className, children, onOpen }: RowButtonProps) => (
  <button
    type="button"
    data-row={id}
    className={cx(
      'min-h-6 text-left font-medium [overflow-wrap:anywhere] hover:text-accent hover:underline',
      className,
    )}
    onClick={() => onOpen(id)}
  >
    <bdi>{children}</bdi>
  </button>
);
