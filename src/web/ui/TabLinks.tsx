import { Link, useNavigate } from '@tanstack/react-router';
import { useCurrentInSight } from './useCurrentInSight.ts';
import { useShortcut } from './useShortcut.ts';

export interface TabLink {
  to: string;
  label: string;
  /** A key that leads there. */
  keys: string;
}

/** Parts of a page that have addresses of their own. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const row = useCurrentInSight();
  return (
    <nav
      ref={row}
      aria-label={label}
      className="no-print mb-4 flex gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]"
    >
      {tabs.map(tab => (
        <Tab key={tab.to} {...tab} isExact={tabs.some(({ to }) => to.startsWith(`${tab.to}/`))} />
      ))}
    </nav>
  );
}

function Tab({ to, label, keys, isExact }: TabLink & { isExact: boolean }) {
  const navigate = useNavigate();
  useShortcut(keys, label, () => void navigate({ to }));
  return (
    <Link
      to={to}
      activeOptions={{ exact: isExact, includeSearch: false }}
      className="-mb-px flex h-9 items-center whitespace-nowrap border-b-2 border-transparent px-3 text-muted hover:text-text"
      activeProps={{ className: '!border-accent !text-text font-medium', 'aria-current': 'page' }}
    >
      {label}
    </Link>
  );
}
