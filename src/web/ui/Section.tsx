import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';

interface SectionProps {
  title: string;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A part of a page with a heading of its own. */
export function Section({ title, actions, className, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx('rounded border border-line bg-panel', className)}>
      <header className="flex min-h-10 items-center gap-2 border-b border-line px-4 py-1">
        <h2 id={id} className="flex-1 text-base font-semibold">
          {title}
        </h2>
        {actions && <div className="no-print flex items-center gap-2">{actions}</div>}
      </header>
      <div className="px-4 py-3">{children}</div>
    </section>
  );
}
