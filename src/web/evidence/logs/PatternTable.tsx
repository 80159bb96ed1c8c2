import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { literalOf } from './literalOf.ts';
import type { LogFilter } from './logFilter.ts';
import type { ChangeLogAddress } from './useLogAddress.ts';

interface PatternTableProps {
  filter: LogFilter;
  /** The records are not all of one day. */
  hasDays: boolean;
  onChange: ChangeLogAddress;
}

/** Records that differ in numbers and ids only as one row each, the most frequent first. */
export function PatternTable({ filter, hasDays, onChange }: PatternTableProps) {
  const found = useQuery(
    api.records.patterns.queryOptions({
      input: { ...filter, limit: 200 },
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: before => before,
    }),
  );
  if (found.isPending) return <SkeletonRows />;
  if (!found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { patterns, looked, records } = found.data;
  const clock = hasDays ? 'full' : 'clock';
  return (
    <div className="h-full overflow-y-auto">
      {looked < records && (
        <p className="px-3 py-2 text-sm text-warn">{t.evidence.logs.looked(looked, records)}</p>
      )}
      <Table
        caption={t.evidence.logs.patterns}
        rows={patterns}
        keyOf={({ pattern }) => pattern}
        columns={[
          {
            key: 'pattern',
            label: t.evidence.logs.pattern,
            cell: ({ pattern, example }) => {
              const text = literalOf(pattern);
              return (
                <button
                  type="button"
                  className="line-clamp-2 text-left font-mono text-xs [overflow-wrap:anywhere] hover:text-accent hover:underline"
                  onClick={() => onChange(text ? { by: 'records', text } : { record: example })}
                >
                  <bdi>{pattern}</bdi>
                </button>
              );
            },
          },
          {
            key: 'records',
            label: t.evidence.column.records,
            isNumber: true,
            cell: ({ records: count }) => countText(count),
          },
          {
            key: 'errors',
            label: t.evidence.logs.errors,
            isNumber: true,
            cell: ({ errors }) =>
              errors > 0 ? <span className="text-error">{countText(errors)}</span> : '–',
          },
          {
            key: 'first',
            label: t.evidence.logs.first,
            isExtra: true,
            cell: ({ first }) => (first ? <Time at={first} as={clock} digits={3} /> : '–'),
          },
          {
            key: 'last',
            label: t.evidence.logs.last,
            isExtra: true,
            cell: ({ last }) => (last ? <Time at={last} as={clock} digits={3} /> : '–'),
          },
        ]}
      />
    </div>
  );
}
