import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { useIncident } from '../incidents/useIncident.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { isLost } from '../ui/isLost.ts';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { DraftMenu } from './DraftMenu.tsx';
import { OpenPostmortem } from './OpenPostmortem.tsx';
import { PostmortemBar } from './PostmortemBar.tsx';
import { PostmortemHead } from './PostmortemHead.tsx';
import { PostmortemViews } from './PostmortemViews.tsx';

/** The postmortem of an incident, as a tab of it; or the way to open one. */
export function IncidentPostmortem() {
  const me = useMe();
  const incident = useIncident();
  const [isOpening, setOpening] = useState(false);
  const close = (): void => setOpening(false);
  const list = useQuery(api.postmortems.list.queryOptions({ input: { incidentId: incident.id, limit: 10 } }));
  const current = list.data?.items.find(({ state }) => state !== 'withdrawn') ?? list.data?.items[0];
  const found = useQuery(
    api.postmortems.get.queryOptions({ input: { id: current?.id ?? '' }, enabled: current !== undefined }),
  );
  if (isLost(list)) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (isLost(found)) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (list.isSuccess && !current)
    return (
      <>
        <EmptyState
          icon={<FileText size={28} />}
          title={t.postmortems.noneTitle}
          text={t.postmortems.noneText}
          action={
            <>
              <DraftMenu incident={incident} />
              {me.may(CONTRIBUTORS) && (
                <Button kind="primary" onClick={() => setOpening(true)}>
                  {t.postmortems.open}
                </Button>
              )}
            </>
          }
        />
        {isOpening && <OpenPostmortem incidentId={incident.id} onOpened={close} onClose={close} />}
      </>
    );
  if (!found.data) return <SkeletonRows />;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <div className="flex-1 basis-60">
          <PostmortemHead postmortem={found.data} />
        </div>
        <DraftMenu incident={incident} />
        <PostmortemBar postmortem={found.data} />
      </div>
      <PostmortemViews postmortem={found.data} />
    </>
  );
}
