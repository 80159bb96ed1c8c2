import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { CitedRecords } from '../evidence/CitedRecords.tsx';
import { t } from '../messages/index.ts';
import { CopyLine } from '../ui/CopyLine.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';

interface CitationPanelProps {
  incidentId: string;
  readingId: string;
  /** Its name in the draft: `e3`. */
  id: string;
  onClose(): void;
}

/** The records that a sentence of the draft rests on, each leading to where it stands, and how they were found. */
export function CitationPanel({ incidentId, readingId, id, onClose }: CitationPanelProps) {
  const found = useQuery(
    api.drafts.citations.queryOptions({
      input: { incidentId, readingId, ids: [id] },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const citation = found.data?.items[0];
  const records = citation?.records ?? [];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      place="side"
      title={t.suspects.evidence(id)}
      {...(citation && { description: citation.label })}
    >
      {found.isPending && <SkeletonRows count={4} />}
      {found.isError && <ErrorState error={found.error} />}
      {citation && (
        <div className="flex flex-col gap-4">
          {citation.count > records.length && (
            <p className="text-muted">{t.suspects.someOf(records.length, citation.count)}</p>
          )}
          <CitedRecords incidentId={incidentId} records={records} />
          {citation.path && <p className="text-muted">{citation.path}</p>}
          {citation.query && (
            <CopyLine label={t.suspects.query} value={citation.query} hint={t.suspects.queryHint} />
          )}
        </div>
      )}
    </Dialog>
  );
}
