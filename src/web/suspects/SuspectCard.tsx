import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Meter } from '../ui/Meter.tsx';
import { Time } from '../ui/Time.tsx';
import { AddFinding, type Verdict } from './AddFinding.tsx';
import { GraphSkeleton } from './graphs/GraphSkeleton.tsx';
import { graphsExpected } from './graphs/graphsExpected.ts';
import { SignalList } from './SignalList.tsx';
import type { Suspect } from './suspect.ts';

const SuspectGraphs = lazy(() =>
  import('./graphs/SuspectGraphs.tsx').then(m => ({ default: m.SuspectGraphs })),
);

interface SuspectCardProps {
  incidentId: string;
  readingId: string;
  suspect: Suspect;
  isOpenAtFirst: boolean;
  onCite(id: string): void;
}

/** One likely cause: what speaks for it, how it looks over time, and what to make of it. */
export function SuspectCard({ incidentId, readingId, suspect, isOpenAtFirst, onCite }: SuspectCardProps) {
  const me = useMe();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const { rank, service, component, kind, score, reason, signals, from, cites } = suspect;
  const citations = useQuery(
    api.drafts.citations.queryOptions({
      input: { incidentId, readingId, ids: cites },
      enabled: isOpen && cites.length > 0,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const expected = graphsExpected(suspect);
  const title = `${rank}. ${service}`;
  return (
    <article aria-label={title} className="rounded border border-line bg-panel">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5">
        <button
          type="button"
          aria-expanded={isOpen}
          className="flex min-h-6 min-w-0 items-center gap-2 text-left"
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronDown
            size={15}
            aria-hidden
            className={cx('shrink-0 text-muted transition-transform', !isOpen && '-rotate-90')}
          />
          <span className="tabular text-muted">{rank}</span>
          <bdi className="font-semibold [overflow-wrap:anywhere]">{service}</bdi>
        </button>
        <Badge tone={rank === 1 ? 'accent' : 'neutral'}>{t.suspects.kind[kind]}</Badge>
        {component && component !== service && (
          <code className="font-mono text-xs text-muted [overflow-wrap:anywhere]">{component}</code>
        )}
        <span className="flex-1" />
        {from && (
          <span className="text-sm text-muted">
            {t.suspects.since} <Time at={from} as="clock" digits={3} />
          </span>
        )}
        <Meter percent={Math.round(score * 100)} label={t.suspects.score(Math.round(score * 100))} />
      </header>
      {isOpen && (
        <div className="border-t border-line px-4 py-3">
          <p className="mb-3 max-w-[90ch]">{reason}</p>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-5 xl:grid-cols-[repeat(2,minmax(0,1fr))]">
            <SignalList signals={signals} onCite={onCite} />
            <Suspense fallback={<GraphSkeletons count={expected} />}>
              {citations.isPending && citations.isFetching && <GraphSkeletons count={expected} />}
              {citations.data && (
                <SuspectGraphs
                  incidentId={incidentId}
                  readingId={readingId}
                  suspect={suspect}
                  citations={citations.data.items}
                />
              )}
            </Suspense>
          </div>
          {me.may(CONTRIBUTORS) && (
            <p className="no-print mt-3 flex flex-wrap gap-2">
              <Button size="small" onClick={() => setVerdict('accept')}>
                {t.suspects.accept}
              </Button>
              <Button size="small" kind="quiet" onClick={() => setVerdict('dispute')}>
                {t.suspects.dispute}
              </Button>
            </p>
          )}
        </div>
      )}
      {verdict && (
        <AddFinding
          incidentId={incidentId}
          suspect={suspect}
          verdict={verdict}
          onClose={() => setVerdict(null)}
        />
      )}
    </article>
  );
}

function GraphSkeletons({ count }: { count: number }) {
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {Array.from({ length: count }, (_, place) => place).map(place => (
        <GraphSkeleton key={place} />
      ))}
    </div>
  );
}
