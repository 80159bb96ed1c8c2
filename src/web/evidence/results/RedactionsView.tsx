import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import type { ResultProps } from '../views.ts';
import { ReplacementList } from './ReplacementList.tsx';

interface Chosen {
  rule?: string;
  token?: string;
}

/** What was redacted, by rule, and every place of it; never a value. */
export function RedactionsView({ incidentId, readingId }: ResultProps) {
  const { rule, token } = useSearch({ strict: false }) as Chosen;
  const counts = useQuery(
    api.readings.redactions.queryOptions({
      input: { incidentId, readingId },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  if (counts.isPending) return <SkeletonRows />;
  if (!counts.data) return <ErrorState error={counts.error} onRetry={() => void counts.refetch()} />;
  const { rules } = counts.data;
  if (rules.length === 0)
    return <EmptyState title={t.evidence.noRedactions} text={t.evidence.noRedactionsText} />;
  const linkTo = (search: Chosen) => ({
    to: '/incidents/$id/evidence' as const,
    params: { id: incidentId },
    search: { view: 'redactions', ...search },
    resetScroll: false,
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <section>
        <h2 className="mb-2 font-semibold">{t.evidence.byRule}</h2>
        <ul className="divide-y divide-line rounded border border-line bg-panel">
          {rules.map(({ rule: name, replacements, values }) => (
            <li key={name}>
              <Link
                {...linkTo(name === rule ? {} : { rule: name })}
                aria-current={name === rule || undefined}
                className={cx(
                  'flex items-baseline gap-3 px-3 py-1.5',
                  name === rule ? 'bg-accent-soft text-accent' : 'hover:bg-sunken',
                )}
              >
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{name}</span>
                <span className="tabular text-sm">{countText(replacements)}</span>
                <span className="tabular w-20 text-right text-sm text-muted">
                  {t.evidence.values(values)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        <p className="mt-2 text-sm text-muted">{t.evidence.redactionsText}</p>
      </section>
      <section className="min-w-0">
        <h2 className="mb-2 flex flex-wrap items-center gap-2 font-semibold">
          {t.evidence.replacements}
          {(rule || token) && (
            <Link
              {...linkTo({})}
              aria-label={`${t.common.clear}: ${token ?? rule}`}
              className="flex h-6 items-center gap-1 rounded-full bg-accent-soft pl-2.5 pr-1.5 text-sm font-normal text-accent"
            >
              <code className="font-mono">{token ?? rule}</code>
              <X size={13} aria-hidden />
            </Link>
          )}
        </h2>
        <ReplacementList incidentId={incidentId} readingId={readingId} rule={rule} token={token} />
      </section>
    </div>
  );
}
