import { Link } from '@tanstack/react-router';
import { cx } from './cx.ts';
import { useCurrentInSight } from './useCurrentInSight.ts';

interface ViewLinksProps {
  label: string;
  /** Views of one page; the first is shown where the address names none. */
  views: readonly { id: string; name: string }[];
  shown: string;
}

/** The views of a page, each a link: it can be opened beside this one, and the way back leads through them. */
export function ViewLinks({ label, views, shown }: ViewLinksProps) {
  const row = useCurrentInSight();
  return (
    <nav
      ref={row}
      aria-label={label}
      className="no-print flex min-w-0 gap-1 overflow-x-auto [scrollbar-width:none]"
    >
      {views.map(({ id, name }, place) => (
        <Link
          key={id}
          to="."
          // Else the first, which asks for nothing, would be the current one too.
          activeOptions={{ exact: true }}
          search={place === 0 ? {} : { view: id }}
          aria-current={id === shown ? 'page' : undefined}
          className={cx(
            'flex h-7 items-center whitespace-nowrap rounded px-2.5 text-sm',
            id === shown ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-sunken',
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
