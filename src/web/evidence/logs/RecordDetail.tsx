import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Link2, Quote } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { say } from '../../ui/Toasts.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { ContextLines } from './ContextLines.tsx';
import { citationOf, permalinkOf } from './citationOf.ts';
import { RecordFacts } from './RecordFacts.tsx';
import type { LogRecord } from './record.ts';

/** Lines on each side at first, and after asking for more. */
const NEAR = 8;
const FAR = 100;

interface RecordDetailProps {
  incidentId: string;
  readingId: string;
  number: number;
  onOpen(number: number): void;
}

/** One record whole: what it says, what is known of its time, the lines around it, and how to cite it. */
export function RecordDetail({ incidentId, readingId, number, onOpen }: RecordDetailProps) {
  const [beside, setBeside] = useState(NEAR);
  const found = useQuery(
    api.records.around.queryOptions({
      input: { incidentId, readingId, number, before: beside, after: beside },
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: before => before,
    }),
  );
  if (found.isPending) return <SkeletonRows count={6} />;
  if (!found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  // While another one is opened, the answer is still that for the one before.
  const record = found.data.records.find(one => one.number === number);
  if (!record) return <SkeletonRows count={6} />;
  return (
    <div className="flex flex-col gap-4">
      <CiteButtons incidentId={incidentId} readingId={readingId} record={record} />
      <pre
        dir="auto"
        className="max-h-80 overflow-auto whitespace-pre-wrap rounded border border-line bg-sunken p-2.5 font-mono text-xs [overflow-wrap:anywhere]"
      >
        {record.body || record.name}
      </pre>
      <RecordFacts record={record} />
      {record.traceId && (
        <p className="flex flex-wrap gap-x-4 text-accent">
          <Link
            to="/incidents/$id/suspects"
            params={{ id: incidentId }}
            search={{ view: 'traces', trace: record.traceId }}
            className="hover:underline"
          >
            {t.evidence.logs.openTrace}
          </Link>
          <Link
            to="/incidents/$id/evidence"
            params={{ id: incidentId }}
            search={{ view: 'logs', traceId: record.traceId, kind: 'all' }}
            className="hover:underline"
          >
            {t.evidence.logs.sameTrace}
          </Link>
        </p>
      )}
      <section>
        <h3 className="mb-1.5 font-semibold">{t.evidence.logs.around}</h3>
        <ContextLines records={found.data.records} number={number} onOpen={onOpen} />
        {beside === NEAR && (
          <Button size="small" className="mt-2" onClick={() => setBeside(FAR)}>
            {t.evidence.logs.moreLines}
          </Button>
        )}
      </section>
    </div>
  );
}

interface CiteButtonsProps {
  incidentId: string;
  readingId: string;
  record: LogRecord;
}

function CiteButtons({ incidentId, readingId, record }: CiteButtonsProps) {
  // Without https there is no clipboard.
  const copy = (text: string): void =>
    void (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => say(t.common.copied),
      () => say(text),
    );
  const copyLink = (): void => copy(permalinkOf(incidentId, readingId, record));
  const copyCitation = (): void => copy(citationOf(incidentId, readingId, record));
  useShortcut('y', t.evidence.logs.copyLink, copyLink);
  useShortcut('c', t.evidence.logs.copyCitation, copyCitation);
  return (
    <p className="flex flex-wrap gap-2">
      <Button size="small" icon={<Quote size={14} aria-hidden />} onClick={copyCitation}>
        {t.evidence.logs.copyCitation}
      </Button>
      <Button size="small" icon={<Link2 size={14} aria-hidden />} onClick={copyLink}>
        {t.evidence.logs.copyLink}
      </Button>
    </p>
  );
}
