import { useParams } from '@tanstack/react-router';
import { GitCommitHorizontal, Plus } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { printInstant } from '../../core/instant.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { LoadedTimeline } from './LoadedTimeline.tsx';
import { MomentForm } from './parts/MomentForm.tsx';
import { useAddress } from './useAddress.ts';
import { useShownEvents } from './useShownEvents.ts';
import { useTimeline } from './useTimeline.ts';

/** The tab with an incident's timeline: everything that its evidence and its people say, on one clock. */
export function IncidentTimeline() {
  const { id: incidentId = '' } = useParams({ strict: false });
  const timeline = useTimeline(incidentId);
  const [address] = useAddress();
  const shown = useShownEvents(timeline.model, address.filter);
  const { model } = timeline;
  if (timeline.error) return <ErrorState error={timeline.error} onRetry={timeline.retry} />;
  if (!model || !shown) return <Loading />;
  const isEmpty = model.columns.count === 0 && timeline.moments.length === 0 && model.series.length === 0;
  if (isEmpty) return <NothingYet incidentId={incidentId} />;
  return (
    <LoadedTimeline
      incidentId={incidentId}
      readingId={timeline.readingId}
      model={model}
      events={shown.events}
      moments={timeline.moments}
      phases={timeline.phases}
    />
  );
}

/** Takes the room that the timeline will take. */
function Loading() {
  return (
    <div role="status" aria-label={t.common.loading}>
      <Skeleton className="mb-2 h-8 w-full max-w-xl" />
      <Skeleton className="h-[max(66dvh,380px)] w-full" />
    </div>
  );
}

function NothingYet({ incidentId }: { incidentId: string }) {
  const me = useMe();
  const [draft, setDraft] = useState<string>();
  return (
    <>
      <EmptyState
        icon={<GitCommitHorizontal size={28} />}
        title={t.timeline.emptyTitle}
        text={t.timeline.emptyText}
        action={
          me.may(CONTRIBUTORS) && (
            <Button
              icon={<Plus size={15} aria-hidden />}
              onClick={() => setDraft(printInstant(Date.now() * 1000))}
            >
              {t.timeline.annotate}
            </Button>
          )
        }
      />
      {draft && (
        <MomentForm
          incidentId={incidentId}
          moment={undefined}
          draft={{ at: draft, title: '', service: '', uncertaintyUs: null }}
          onClose={() => setDraft(undefined)}
          onSaved={() => setDraft(undefined)}
        />
      )}
    </>
  );
}
