import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { cx } from '../ui/cx.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { isLost } from '../ui/isLost.ts';
import { SkeletonRows } from '../ui/Skeleton.tsx';

const LINE = {
  same: '',
  added: 'bg-good/10',
  removed: 'bg-error/10',
  changed: 'bg-accent-soft',
} as const;
const WORD = {
  same: '',
  added: 'bg-good/25 no-underline',
  removed: 'bg-error/20',
} as const;
/** Unchanged lines that are shown around a change. */
const AROUND = 2;

interface VersionDiffProps {
  id: string;
  from: number;
  to: number;
}

/** What differs between two versions, line by line and word by word. */
export function VersionDiff({ id, from, to }: VersionDiffProps) {
  const diff = useQuery(api.postmortems.diff.queryOptions({ input: { id, from, to } }));
  if (isLost(diff)) return <ErrorState error={diff.error} onRetry={() => void diff.refetch()} />;
  if (!diff.data) return <SkeletonRows count={5} />;
  const changed = diff.data.sections.filter(({ kind }) => kind !== 'same');
  if (changed.length === 0) return <p className="text-muted">{t.postmortems.noChange}</p>;
  return (
    <div className="flex flex-col gap-5">
      {changed.map(section => {
        const { before, after } = section.title;
        const isNear = (index: number): boolean =>
          section.lines
            .slice(Math.max(0, index - AROUND), index + AROUND + 1)
            .some(({ kind }) => kind !== 'same');
        return (
          <section key={section.id}>
            <h2 dir="auto" className="mb-1 font-semibold">
              {after ?? before}
              {before && after && before !== after && (
                <span className="ml-2 text-sm font-normal text-muted">{t.postmortems.renamed(before)}</span>
              )}
            </h2>
            <div className="overflow-x-auto rounded border border-line bg-panel font-mono text-sm">
              {section.lines.map(
                (line, index) =>
                  isNear(index) && (
                    <div
                      key={`${line.before ?? ''} ${line.after ?? ''}`}
                      className={cx('whitespace-pre-wrap px-3 py-px', LINE[line.kind])}
                    >
                      {line.words.map((word, place) => {
                        const Tag = word.kind === 'added' ? 'ins' : word.kind === 'removed' ? 'del' : 'span';
                        return (
                          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line stand still.
                          <Tag key={place} className={WORD[word.kind]}>
                            {word.text}
                          </Tag>
                        );
                      })}
                    </div>
                  ),
              )}
            </div>
          </section>
        );
      })}
    </div>
  );
}
