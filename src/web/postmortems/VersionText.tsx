import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { isLost } from '../ui/isLost.ts';
import { Markdown } from '../ui/Markdown.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';

/** The whole text as it was at a version, to read. */
export function VersionText({ id, version }: { id: string; version: number }) {
  const found = useQuery(
    api.postmortems.readVersion.queryOptions({
      input: { id, number: version },
      // What was written in a version never changes; whether one may see it is asked again.
      staleTime: 60_000,
    }),
  );
  if (isLost(found)) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows />;
  return (
    <article aria-label={t.postmortems.version(version)} className="flex flex-col gap-7">
      {found.data.sections.map(({ id, title, markdown }) => (
        <section key={id}>
          <h2 dir="auto" className="mb-1.5 text-lg font-semibold tracking-tight">
            {title}
          </h2>
          {markdown.trim() ? (
            <Markdown text={markdown} />
          ) : (
            <p className="text-muted">{t.postmortems.writtenBy.nobody}</p>
          )}
        </section>
      ))}
    </article>
  );
}
