import { t } from '../messages/index.ts';
import { cx } from '../ui/cx.ts';
import type { PostmortemSection } from './postmortem.ts';

/** The sections of a postmortem, each with how much of it is written. */
export const Outline = ({ sections }: { sections: readonly PostmortemSection[] }) => (
  <nav
    aria-label={t.postmortems.outline}
    className="no-print sticky top-16 max-h-[calc(100dvh-5rem)] overflow-y-auto max-lg:hidden"
  >
    <ol className="flex flex-col gap-0.5 text-sm">
      {sections.map(({ id, title, completeness }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            className="flex items-center gap-2 rounded px-2 py-1 text-muted hover:bg-sunken hover:text-text"
          >
            <span
              aria-hidden
              className={cx(
                'size-2 shrink-0 rounded-full border',
                completeness >= 100 ? 'border-good bg-good forced-colors:bg-accent' : 'border-faint',
              )}
            />
            <span dir="auto" title={title} className="min-w-0 flex-1 truncate text-left">
              {title}
            </span>
            <span className="tabular text-xs">{completeness} %</span>
          </a>
        </li>
      ))}
    </ol>
  </nav>
);
