import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet, useMatchRoute } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { isLost } from '../ui/isLost.ts';
import { Page } from '../ui/Page.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { TabLinks } from '../ui/TabLinks.tsx';
import { RestrictedBanner } from './access/RestrictedBanner.tsx';
import { IncidentPanels } from './IncidentPanels.tsx';
import type { Incident } from './incident.ts';
import { TransitionBar } from './TransitionBar.tsx';
import { SEVERITY_TONE, STATE_TONE } from './tones.ts';

const route = getRouteApi('/inside/incidents/$id');

const PARTS = ['timeline', 'evidence', 'suspects', 'actions', 'postmortem', 'activity'] as const;

const tabsOf = (number: string) => [
  { to: `/incidents/${number}`, label: t.incidents.tab.overview, keys: '1' },
  ...PARTS.map((part, place) => ({
    to: `/incidents/${number}/${part}`,
    label: t.incidents.tab[part],
    keys: String(place + 2),
  })),
];

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
  const isOverview = Boolean(useMatchRoute()({ to: '/incidents/$id' }));
  return (
    <Page
      title={title}
      isTitleWhole={isOverview}
      isWide
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
      <TabLinks label={title} tabs={tabsOf(number)} />
      <Outlet />
      <IncidentPanels incident={incident} />
    </Page>
  );
}
