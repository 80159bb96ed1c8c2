import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { t } from '../messages/index.ts';
import { cx } from '../ui/cx.ts';
import { ErrorState } from '../ui/ErrorState.tsx';

interface HomeListProps<Item, Key extends QueryKey> {
  to: '/incidents' | '/actions' | '/postmortems';
  search?: Record<string, unknown>;
  title: string;
  /** What stands there when there is nothing. */
  empty: string;
  query: UseQueryOptions<{ items: Item[] }, Error, { items: Item[] }, Key>;
  className?: string;
  children(items: Item[]): ReactNode;
}

/** One list of the home page, with the way to all of it. */
export function HomeList<Item, Key extends QueryKey>({
  title,
  empty,
  query,
  to,
  search,
  className,
  children,
}: HomeListProps<Item, Key>) {
  const id = useId();
  const { data, isError, error, refetch } = useQuery(query);
  return (
    <section aria-labelledby={id} className={cx('min-w-0', className)}>
      <header className="mb-1.5 flex items-baseline gap-3">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        <Link to={to} search={search ?? {}} className="text-sm text-muted hover:text-accent hover:underline">
          {t.home.all}
        </Link>
      </header>
      {isError && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <p className="rounded border border-dashed border-line px-4 py-5 text-muted">{empty}</p>
      )}
      {data && data.items.length > 0 && children(data.items)}
    </section>
  );
}
