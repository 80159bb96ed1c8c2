import { type ReactNode, useEffect } from 'react';
import { t } from '../messages/index.ts';
import { cx } from './cx.ts';

interface PageProps {
  title: string;
  /** A long title is cut after two lines unless it is what the page is about. */
  isTitleWhole?: boolean;
  /** One sentence on what this page is for. */
  lead?: ReactNode;
  /** What can be done here; the most usual last. */
  actions?: ReactNode;
  /** What stands above the title: where one is. */
  above?: ReactNode;
  /** Shows what is better seen wide, such as time: takes more of a large screen. */
  isWide?: boolean;
  children: ReactNode;
}

/** A page's head and body; sets the window's title. */
export function Page({
  title,
  isTitleWhole = true,
  isWide = false,
  lead,
  actions,
  above,
  children,
}: PageProps) {
  useEffect(() => {
    document.title = `${title} · ${t.common.product}`;
  }, [title]);
  return (
    <div className={cx('mx-auto w-full px-4 py-5 sm:px-6', isWide ? 'max-w-[170rem]' : 'max-w-[110rem]')}>
      <header className="mb-4 flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-60">
          {above && <div className="text-sm text-muted">{above}</div>}
          <h1
            dir="auto"
            {...(!isTitleWhole && { title })}
            className={cx(
              'text-xl font-semibold tracking-tight [overflow-wrap:anywhere] print:line-clamp-none print:text-2xl',
              !isTitleWhole && 'line-clamp-2',
            )}
          >
            {title}
          </h1>
          {lead && <p className="text-muted">{lead}</p>}
        </div>
        {actions && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
