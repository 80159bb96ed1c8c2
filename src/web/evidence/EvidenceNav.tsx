import { Link } from '@tanstack/react-router';
import { t } from '../messages/index.ts';
import { cx } from '../ui/cx.ts';
import { VIEWS, type ViewName } from './views.ts';

/** The views of the evidence; each has an address. */
export function EvidenceNav({ incidentId, shown }: { incidentId: string; shown: ViewName }) {
  return (
    <nav aria-label={t.evidence.views} className="flex min-w-0 gap-1 overflow-x-auto [scrollbar-width:none]">
      {(Object.keys(VIEWS) as ViewName[]).map(view => (
        <Link
          key={view}
          to="/incidents/$id/evidence"
          params={{ id: incidentId }}
          search={view === 'files' ? {} : { view }}
          aria-current={view === shown ? 'page' : undefined}
          className={cx(
            'flex h-7 items-center whitespace-nowrap rounded px-2.5 text-sm',
            view === shown ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-sunken',
          )}
        >
          {t.evidence.view[view]}
        </Link>
      ))}
    </nav>
  );
}
