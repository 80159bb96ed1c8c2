import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { printInstant } from '../../core/instant.ts';
import { api } from '../api.ts';
import type { LogRecord } from '../evidence/logs/record.ts';
import { recordText } from '../evidence/logs/recordText.ts';
import { t } from '../messages/index.ts';
import { CopyLine } from '../ui/CopyLine.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { Time } from '../ui/Time.tsx';

/** A record of a bundle: its time is in microseconds. */
type Excerpt = Omit<LogRecord, 'at' | 'number'> & { at: number | null };

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
  const records = (citation?.records ?? []) as Excerpt[];
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
          <ol className="flex flex-col gap-2">
            {records.map(record => (
              <li
                key={`${record.path}:${record.line} ${record.name} ${record.spanId}`}
                className="rounded border border-line bg-sunken px-3 py-2"
              >
                <p className="font-mono text-xs [overflow-wrap:anywhere]">
                  <bdi>{recordText(record as unknown as LogRecord)}</bdi>
                </p>
                <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-muted">
                  {record.at !== null && <Time at={printInstant(record.at)} digits={3} />}
                  <bdi>{record.service || record.source}</bdi>
                  <Link
                    to="/incidents/$id/evidence"
                    params={{ id: incidentId }}
                    search={{ view: 'logs', path: [record.path], line: record.line, kind: 'all' }}
                    className="[overflow-wrap:anywhere] hover:text-accent hover:underline"
                  >
                    {record.path}:{record.line}
                  </Link>
                </p>
              </li>
            ))}
          </ol>
          {citation.path && <p className="text-muted">{citation.path}</p>}
          {citation.query && (
            <CopyLine label={t.suspects.query} value={citation.query} hint={t.suspects.queryHint} />
          )}
        </div>
      )}
    </Dialog>
  );
}
