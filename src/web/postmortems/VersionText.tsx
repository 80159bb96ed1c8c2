import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Fetched } from '../ui/Fetched.tsx';
import { Markdown } from '../ui/Markdown.tsx';

/** The whole text as it was at a version, to read. */
export function VersionText({ id, version }: { id: string; version: number }) {
  const found = useQuery(
    api.postmortems.readVersion.queryOptions({
      input: { id, number: version },
      // What was written in a version never changes; whether one may see it is asked again.
      staleTime: 60_000,
    }),
  );
  return (
    <Fetched query={found} rows={8}>
      {({ sections }) => (
        <article aria-label={t.postmortems.version(version)} className="flex flex-col gap-7">
          {sections.map(({ id, title, markdown }) => (
            <section key={id}>
              <h2 dir="auto" className="mb-1.5 text-xl font-semibold tracking-tight">
                {title}
              </h2>
              {markdown.trim() ? (
                <div dir="auto" className="reading">
                  <Markdown text={markdown} />
                </div>
              ) : (
                <p className="text-muted">{t.postmortems.writtenBy.nobody}</p>
              )}
            </section>
          ))}
        </article>
      )}
    </Fetched>
  );
}
