import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { CitationPanel } from './CitationPanel.tsx';
import { SuspectCard } from './SuspectCard.tsx';

/** Suspects that begin opened: most of what matters is in the first ones. */
const OPEN = 3;

interface SuspectListProps {
  incidentId: string;
  readingId: string;
}

/** Likely causes, the likeliest first, each with its reasons; a person decides. */
export function SuspectList({ incidentId, readingId }: SuspectListProps) {
  const [cited, setCited] = useState<string | null>(null);
  const found = useQuery(
    api.readings.suspects.queryOptions({
      input: { incidentId, readingId },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  if (found.isPending) return <SkeletonRows />;
  if (!found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { suspects } = found.data;
  if (suspects.length === 0)
    return <EmptyState icon={<Search size={28} />} title={t.suspects.noneTitle} text={t.suspects.noneText} />;
  return (
    <>
      <p className="mb-3 max-w-[80ch] text-muted">{t.suspects.lead}</p>
      <ol className="flex flex-col gap-3">
        {suspects.map(suspect => (
          <li key={suspect.rank}>
            <SuspectCard
              incidentId={incidentId}
              readingId={readingId}
              suspect={suspect}
              isOpenAtFirst={suspect.rank <= OPEN}
              onCite={setCited}
            />
          </li>
        ))}
      </ol>
      {cited && (
        <CitationPanel
          incidentId={incidentId}
          readingId={readingId}
          id={cited}
          onClose={() => setCited(null)}
        />
      )}
    </>
  );
}
