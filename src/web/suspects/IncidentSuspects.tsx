import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { type ComponentType, lazy, Suspense } from 'react';
import { useReadings } from '../evidence/reading/useReadings.ts';
import { t } from '../messages/index.ts';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { useShortcut } from '../ui/useShortcut.ts';
import { SuspectList } from './SuspectList.tsx';

interface ViewProps {
  incidentId: string;
  readingId: string;
}

/** The views of the tab by their names in the address. */
const VIEWS = {
  suspects: SuspectList,
  map: lazy(() => import('./map/MapView.tsx').then(m => ({ default: m.MapView }))),
  latency: lazy(() => import('./versions/VersionsView.tsx').then(m => ({ default: m.VersionsView }))),
  flame: lazy(() => import('./flame/FlameView.tsx').then(m => ({ default: m.FlameView }))),
  traces: lazy(() => import('./traces/TracesView.tsx').then(m => ({ default: m.TracesView }))),
} satisfies Record<string, ComponentType<ViewProps>>;
type ViewName = keyof typeof VIEWS;

/** Two keys in a row that lead to a view. */
const KEYS = { suspects: 'v s', map: 'v d', latency: 'v l', flame: 'v f', traces: 'v t' } satisfies Record<
  ViewName,
  string
>;

/** The tab with the likely causes of an incident, and with the requests and durations that tell for or against them. */
export function IncidentSuspects() {
  const { id: incidentId = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false }) as { view?: string };
  const readings = useReadings(incidentId);
  const name: ViewName = search.view && search.view in VIEWS ? (search.view as ViewName) : 'suspects';
  const View: ComponentType<ViewProps> = VIEWS[name];
  if (readings.isPending) return <SkeletonRows />;
  if (readings.isError && !readings.data)
    return <ErrorState error={readings.error} onRetry={() => void readings.refetch()} />;
  if (!readings.done)
    return (
      <EmptyState
        icon={<SearchX size={28} />}
        title={t.suspects.emptyTitle}
        text={t.suspects.emptyText}
        action={
          <Link
            to="/incidents/$id/evidence"
            params={{ id: incidentId }}
            className="text-accent underline underline-offset-2"
          >
            {t.suspects.addEvidence}
          </Link>
        }
      />
    );
  return (
    <>
      <nav
        aria-label={t.suspects.views}
        className="no-print mb-4 flex gap-1 overflow-x-auto [scrollbar-width:none]"
      >
        {(Object.keys(VIEWS) as ViewName[]).map(view => (
          <ViewLink key={view} incidentId={incidentId} view={view} isShown={view === name} />
        ))}
      </nav>
      <Suspense fallback={<SkeletonRows />}>
        <View incidentId={incidentId} readingId={readings.done.id} />
      </Suspense>
    </>
  );
}

interface ViewLinkProps {
  incidentId: string;
  view: ViewName;
  isShown: boolean;
}

function ViewLink({ incidentId, view, isShown }: ViewLinkProps) {
  const navigate = useNavigate();
  const to = {
    to: '/incidents/$id/suspects',
    params: { id: incidentId },
    search: view === 'suspects' ? {} : { view },
  } as const;
  useShortcut(KEYS[view], t.suspects.view[view], () => void navigate(to));
  return (
    <Link
      {...to}
      aria-current={isShown ? 'page' : undefined}
      className={cx(
        'flex h-7 items-center whitespace-nowrap rounded px-2.5 text-sm',
        isShown ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-sunken',
      )}
    >
      {t.suspects.view[view]}
    </Link>
  );
}
