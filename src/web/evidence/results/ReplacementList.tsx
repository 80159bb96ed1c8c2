import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { paging } from '../../ui/paging.ts';
import { Table } from '../../ui/Table.tsx';

interface ReplacementListProps {
  incidentId: string;
  readingId: string;
  rule: string | undefined;
  /** Everywhere that the same value stood. */
  token: string | undefined;
}

/** Every place where something was replaced; a token leads to all places of the same value. */
export function ReplacementList({ incidentId, readingId, rule, token }: ReplacementListProps) {
  const list = useInfiniteQuery(
    api.readings.replacements.infiniteOptions({
      input: (cursor: string | undefined) => ({
        incidentId,
        readingId,
        limit: 100,
        ...(rule && { rule: [rule] }),
        ...(token && { token }),
        ...(cursor && { cursor }),
      }),
      ...paging,
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: before => before,
    }),
  );
  const evidence = { to: '/incidents/$id/evidence', params: { id: incidentId } } as const;
  return (
    <ListFrame list={list} empty={<p className="py-6 text-muted">{t.common.none}</p>}>
      {items => (
        <Table
          caption={t.evidence.replacements}
          rows={items}
          keyOf={({ path, line, field, start, end }) => `${path} ${line} ${field} ${start} ${end}`}
          columns={[
            {
              key: 'token',
              label: t.evidence.column.token,
              cell: item => (
                <Link
                  {...evidence}
                  search={{ view: 'redactions', token: item.token }}
                  resetScroll={false}
                  title={t.evidence.followToken}
                  className="font-mono text-sm text-accent hover:underline"
                >
                  {item.token}
                </Link>
              ),
            },
            { key: 'rule', label: t.evidence.column.rule, isExtra: true, cell: item => item.rule },
            {
              key: 'place',
              label: t.evidence.column.place,
              cell: item => (
                <Link
                  {...evidence}
                  search={{ view: 'logs', path: [item.path], text: item.token, kind: 'all' }}
                  className="[overflow-wrap:anywhere] hover:text-accent hover:underline"
                >
                  <bdi>{item.path}</bdi>:{item.line}
                </Link>
              ),
            },
            {
              key: 'field',
              label: t.evidence.column.field,
              isExtra: true,
              cell: item => <span className="text-muted">{item.field}</span>,
            },
          ]}
        />
      )}
    </ListFrame>
  );
}
