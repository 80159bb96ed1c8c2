import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { Badge } from '../../ui/Badge.tsx';
import { bytesText } from '../../ui/bytesText.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { paging } from '../../ui/paging.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import type { CoverageRow } from '../evidence.ts';
import type { ResultProps } from '../views.ts';

/** What every file, those in archives too, was read as, and what of it was not understood. */
export function CoverageView({ incidentId, readingId }: ResultProps) {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { incomplete?: boolean };
  const isIncomplete = search.incomplete ?? false;
  const list = useInfiniteQuery(
    api.readings.coverage.infiniteOptions({
      input: (cursor: string | undefined) => ({
        incidentId,
        readingId,
        limit: 100,
        ...(isIncomplete && { isIncomplete }),
        ...(cursor && { cursor }),
      }),
      ...paging,
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: before => before,
    }),
  );
  const columns: Column<CoverageRow>[] = [
    {
      key: 'path',
      label: t.evidence.column.file,
      className: 'min-w-44',
      cell: ({ path, skipped, notes }) => (
        <>
          <Link
            to="/incidents/$id/evidence"
            params={{ id: incidentId }}
            search={{ view: 'logs', path: [path], kind: 'all' }}
            className="font-medium [overflow-wrap:anywhere] hover:text-accent hover:underline"
          >
            <bdi>{path}</bdi>
          </Link>
          {skipped && <p className="text-sm text-warn">{skipped}</p>}
          {notes.map(note => (
            <p key={note} className="text-sm text-muted">
              {note}
            </p>
          ))}
        </>
      ),
    },
    {
      key: 'readAs',
      label: t.evidence.column.readAs,
      cell: ({ readers }) => Object.keys(readers).join(', ') || '–',
    },
    {
      key: 'records',
      label: t.evidence.column.records,
      isNumber: true,
      cell: ({ records }) => countText(records),
    },
    {
      key: 'rest',
      label: t.evidence.column.notUnderstood,
      isNumber: true,
      cell: row => <NotUnderstood {...row} />,
    },
    {
      key: 'folded',
      label: t.evidence.column.folded,
      isNumber: true,
      isExtra: true,
      cell: ({ folded }) => (folded > 0 ? countText(folded) : '–'),
    },
    {
      key: 'bytes',
      label: t.evidence.column.size,
      isNumber: true,
      isExtra: true,
      cell: ({ bytes }) => <span className="whitespace-nowrap">{bytesText(bytes)}</span>,
    },
    {
      key: 'span',
      label: t.evidence.column.span,
      isExtra: true,
      cell: ({ from, to }) =>
        from && to ? (
          <span className="flex gap-x-1 whitespace-nowrap">
            <Time at={from} /> <span aria-hidden>–</span> <Time at={to} as="clock" />
          </span>
        ) : (
          '–'
        ),
    },
    {
      key: 'zone',
      label: t.evidence.column.zone,
      isExtra: true,
      cell: ({ zone, zoneBasis }) => (
        <span className="flex flex-wrap items-center gap-1.5">
          {zoneBasis !== 'written' && zone}
          <Badge tone={zoneBasis === 'assumed' ? 'warn' : 'neutral'}>{t.evidence.zoneBasis[zoneBasis]}</Badge>
        </span>
      ),
    },
  ];
  return (
    <>
      <div className="mb-3">
        <CheckField
          label={t.evidence.onlyIncomplete}
          isChecked={isIncomplete}
          onChange={isChecked =>
            void navigate({ to: '.', search: { ...search, incomplete: isChecked || undefined } as never })
          }
        />
      </div>
      <ListFrame list={list} empty={<p className="py-8 text-muted">{t.evidence.allUnderstood}</p>}>
        {rows => (
          <Table
            caption={t.evidence.view.coverage}
            columns={columns}
            rows={rows}
            keyOf={({ path }) => path}
          />
        )}
      </ListFrame>
    </>
  );
}

function NotUnderstood({ text, withoutTime }: CoverageRow) {
  if (text === 0 && withoutTime === 0) return '–';
  return (
    <span className="flex flex-col items-end text-warn">
      {text > 0 && <span>{t.evidence.asText(text)}</span>}
      {withoutTime > 0 && <span>{t.evidence.withoutTime(withoutTime)}</span>}
    </span>
  );
}
