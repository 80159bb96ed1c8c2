import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, FileText, Waypoints } from 'lucide-react';
import type { ReactNode } from 'react';
import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import type { VersionRow } from '../suspect.ts';
import type { SortKey, VersionOrder } from './sortVersions.ts';
import { versionKey, versionName } from './versionName.ts';

/** A change by less than this factor is chance. */
const NOTABLE = 1.5;

interface VersionTableProps {
  incidentId: string;
  rows: readonly VersionRow[];
  isCompared: boolean;
  stretch: { from?: string; to?: string };
  order: VersionOrder;
  onOrder(order: VersionOrder): void;
}

const words = t.traces.versions;
const QUANTILES = { p50: 'p50Us', p90: 'p90Us', p95: 'p95Us', p99: 'p99Us' } as const;

/** Each version of each service: how often it was asked, how often it failed, and how long it took. */
export function VersionTable({ incidentId, rows, isCompared, stretch, order, onOrder }: VersionTableProps) {
  const sortable = (key: SortKey, label: string): Pick<Column<VersionRow>, 'label' | 'head' | 'sorted'> => {
    const isBy = order.by === key;
    const Arrow = order.isDescending ? ArrowDown : ArrowUp;
    const next = { by: key, isDescending: isBy ? !order.isDescending : key !== 'service' };
    return {
      label,
      sorted: isBy ? (order.isDescending ? 'descending' : 'ascending') : undefined,
      head: (
        <button
          type="button"
          title={words.sort(label)}
          className="inline-flex min-h-6 items-center gap-1 hover:text-text"
          onClick={() => onOrder(next)}
        >
          {label}
          <Arrow size={12} aria-hidden className={isBy ? '' : 'invisible'} />
        </button>
      ),
    };
  };
  const columns: Column<VersionRow>[] = [
    {
      key: 'service',
      ...sortable('service', words.service),
      cell: row => (
        <>
          <bdi className="block min-w-28 font-medium [overflow-wrap:anywhere]">
            {row.service || t.traces.unnamed}
          </bdi>
        </>
      ),
    },
    {
      key: 'version',
      onCard: 'plain',
      label: words.version,
      cell: row => <VersionText row={row} />,
    },
    {
      key: 'requests',
      ...sortable('requests', words.requests),
      isNumber: true,
      isExtra: true,
      cell: ({ now, before }) => (
        <span
          title={
            isCompared ? words.usually(before ? countText(before.requests) : words.noneBefore) : undefined
          }
        >
          {now ? countText(now.requests) : '0'}
        </span>
      ),
    },
    {
      key: 'failed',
      ...sortable('failed', words.failed),
      isNumber: true,
      cell: ({ now, before }) => <Failed now={now} before={isCompared ? before : null} />,
    },
    ...Object.entries(QUANTILES).map(
      ([key, field]): Column<VersionRow> => ({
        key,
        ...sortable(key as SortKey, key),
        isNumber: true,
        isExtra: key !== 'p95',
        className: 'whitespace-nowrap',
        cell: ({ now, before }) => (
          <Compared now={now?.[field]} usual={before?.[field]} isCompared={isCompared} />
        ),
      }),
    ),
    {
      key: 'more',
      onCard: 'after',
      label: words.ways,
      head: <span className="sr-only">{words.ways}</span>,
      className: 'w-px whitespace-nowrap !py-1',
      cell: row => <Ways incidentId={incidentId} row={row} stretch={stretch} />,
    },
  ];
  return <Table caption={words.table} columns={columns} rows={rows} keyOf={versionKey} />;
}

function VersionText({ row, className = '' }: { row: VersionRow; className?: string }) {
  const text = row.version ? <bdi className="font-mono text-xs">{row.version}</bdi> : words.untold;
  return (
    <span
      className={`block text-muted [overflow-wrap:anywhere] ${className}`}
      title={words.sources[row.source]}
    >
      {text}
      {words.told[row.source] && <span className="ml-1.5 text-xs">{words.told[row.source]}</span>}
      <span className="sr-only">, {words.sources[row.source]}</span>
    </span>
  );
}

function Failed({ now, before }: Pick<VersionRow, 'now' | 'before'>) {
  if (!now) return '–';
  const shareOf = ({ errors, requests }: NonNullable<VersionRow['now']>): string =>
    `${((100 * errors) / requests).toFixed(1)} %`;
  return (
    <span
      className={now.errors > 0 ? 'text-error' : ''}
      title={before ? words.usually(shareOf(before)) : undefined}
    >
      {now.errors === 0 ? '–' : shareOf(now)}
    </span>
  );
}

interface ComparedProps {
  now: number | undefined;
  usual: number | undefined;
  isCompared: boolean;
}

function Compared({ now, usual, isCompared }: ComparedProps) {
  if (now === undefined) return <span className="text-muted">{words.noneNow}</span>;
  const factor = usual ? now / usual : 1;
  const before = usual === undefined ? words.noneBefore : words.usually(microsText(usual));
  return (
    <span
      className="inline-flex items-baseline gap-2 max-sm:flex-col-reverse max-sm:items-end max-sm:gap-0"
      title={isCompared ? before : undefined}
    >
      {factor >= NOTABLE && <span className="text-xs text-warn">▲ {t.traces.factor(factor)}</span>}
      {factor <= 1 / NOTABLE && <span className="text-xs text-good">▼ {t.traces.factor(factor)}</span>}
      <span className="sm:w-14">{microsText(now)}</span>
    </span>
  );
}

interface WaysProps {
  incidentId: string;
  row: VersionRow;
  stretch: { from?: string; to?: string };
}

/** Where the requests behind a row are: its traces and its logs. */
function Ways({ incidentId, row, stretch }: WaysProps) {
  const { service, mark } = row;
  const way = (label: string, icon: ReactNode, to: string, search: object) => (
    <Link
      to={to}
      params={{ id: incidentId } as never}
      search={{ ...search, ...stretch, service, ...(mark && { text: mark }) } as never}
      aria-label={label}
      title={label}
      className="inline-flex size-7 items-center justify-center rounded text-muted hover:bg-sunken hover:text-accent"
    >
      {icon}
    </Link>
  );
  return (
    <>
      {way(words.tracesOf(versionName(row)), <Waypoints size={15} aria-hidden />, '/incidents/$id/suspects', {
        view: 'traces',
      })}
      {way(words.logsOf(versionName(row)), <FileText size={15} aria-hidden />, '/incidents/$id/evidence', {
        view: 'logs',
      })}
    </>
  );
}
