import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { isLost } from '../ui/isLost.ts';
import { Page } from '../ui/Page.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { useShortcut } from '../ui/useShortcut.ts';
import { RestrictedBanner } from './access/RestrictedBanner.tsx';
import { IncidentPanels } from './IncidentPanels.tsx';
import type { Incident } from './incident.ts';
import { TransitionBar } from './TransitionBar.tsx';
import { SEVERITY_TONE, STATE_TONE } from './tones.ts';

const route = getRouteApi('/inside/incidents/$id');

const TABS = [
  { to: '/incidents/$id', label: t.incidents.tab.overview, keys: '1' },
  { to: '/incidents/$id/timeline', label: t.incidents.tab.timeline, keys: '2' },
  { to: '/incidents/$id/evidence', label: t.incidents.tab.evidence, keys: '3' },
  { to: '/incidents/$id/suspects', label: t.incidents.tab.suspects, keys: '4' },
  { to: '/incidents/$id/actions', label: t.incidents.tab.actions, keys: '5' },
  { to: '/incidents/$id/postmortem', label: t.incidents.tab.postmortem, keys: '6' },
  { to: '/incidents/$id/activity', label: t.incidents.tab.activity, keys: '7' },
] as const;

/** One incident: its head and its tabs; each tab is a page of its own. */
export function IncidentPage() {
  const { id } = route.useParams();
  const found = useQuery(api.incidents.get.queryOptions({ input: { id } }));
  // A broken line takes nothing from the screen that was there; a restriction that came in between does.
  if (isLost(found)) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data)
    return (
      <Page title={id}>
        <Skeleton className="mb-4 h-8 w-full max-w-xl" />
        <SkeletonRows />
      </Page>
    );
  return <Frame incident={found.data} />;
}

function Frame({ incident }: { incident: Incident }) {
  const { number, title, severity, state, isRestricted, restrictionReason } = incident;
  return (
    <Page
      title={title}
      above={
        <span className="mb-1 flex flex-wrap items-center gap-2">
          <span className="tabular font-medium">{number}</span>
          <Badge tone={SEVERITY_TONE[severity] ?? 'neutral'}>{t.incidents.severity[severity]}</Badge>
          <Badge tone={STATE_TONE[state] ?? 'neutral'}>{t.incidents.state[state]}</Badge>
          {isRestricted && (
            <Badge>
              <Lock size={11} aria-hidden /> {t.incidents.restricted}
            </Badge>
          )}
        </span>
      }
      actions={<TransitionBar incident={incident} />}
    >
      {isRestricted && <RestrictedBanner reason={restrictionReason ?? ''} />}
      <nav
        aria-label={title}
        className="no-print mb-5 flex gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]"
      >
        {TABS.map(tab => (
          <Tab key={tab.to} {...tab} id={number} />
        ))}
      </nav>
      <Outlet />
      <IncidentPanels incident={incident} />
    </Page>
  );
}

function Tab({ to, label, keys, id }: (typeof TABS)[number] & { id: string }) {
  const navigate = route.useNavigate();
  useShortcut(keys, label, () => void navigate({ to, params: { id } }));
  return (
    <Link
      to={to}
      params={{ id }}
      activeOptions={{ exact: true, includeSearch: false }}
      className="-mb-px flex h-9 items-center whitespace-nowrap border-b-2 border-transparent px-3 text-muted hover:text-text"
      activeProps={{ className: '!border-accent !text-text font-medium', 'aria-current': 'page' }}
    >
      {label}
    </Link>
  );
}
