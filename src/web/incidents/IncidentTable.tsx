import { Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { durationText } from '../ui/instant.ts';
import { selectColumn } from '../ui/selectColumn.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { Time } from '../ui/Time.tsx';
import type { Selection } from '../ui/useSelection.ts';
import type { Incident } from './incident.ts';
import { SEVERITY_TONE, STATE_TONE } from './tones.ts';

const COLUMNS: readonly Column<Incident>[] = [
  {
    key: 'title',
    className: 'w-full card:w-auto',
    label: t.incidents.column.incident,
    cell: ({ id, number, title, isRestricted }) => (
      <Link
        to="/incidents/$id"
        params={{ id: number }}
        data-row={id}
        className="group flex min-w-40 flex-wrap items-baseline gap-x-2.5 text-text sm:min-w-52 sm:flex-nowrap"
      >
        <span className="tabular w-16 shrink-0 text-sm text-muted">{number}</span>
        <span
          dir="auto"
          title={title}
          className="line-clamp-2 font-medium [overflow-wrap:anywhere] group-hover:text-accent group-hover:underline"
        >
          {title}
        </span>
        {isRestricted && (
          <Badge>
            <Lock size={11} aria-hidden /> {t.incidents.restricted}
          </Badge>
        )}
      </Link>
    ),
  },
  {
    key: 'severity',
    onCard: 'plain',
    label: t.incidents.column.severity,
    cell: ({ severity }) => (
      <Badge tone={SEVERITY_TONE[severity] ?? 'neutral'}>{t.incidents.severity[severity]}</Badge>
    ),
  },
  {
    key: 'state',
    onCard: 'plain',
    label: t.incidents.column.state,
    cell: ({ state }) => <Badge tone={STATE_TONE[state] ?? 'neutral'}>{t.incidents.state[state]}</Badge>,
  },
  {
    key: 'services',
    onCard: 'plain',
    label: t.incidents.column.services,
    isExtra: true,
    cell: ({ services }) => <Services names={services.map(({ name }) => name)} />,
  },
  {
    key: 'commander',
    className: 'max-w-36 truncate max-[88rem]:hidden',
    label: t.incidents.column.commander,
    isExtra: true,
    cell: ({ roles }) => roles.commander?.name ?? <span className="text-muted">{t.incidents.nobody}</span>,
  },
  {
    key: 'declared',
    label: t.incidents.column.declared,
    cell: ({ times }) => times.declaredAt && <Time at={times.declaredAt} as="ago" />,
  },
  {
    key: 'restore',
    label: t.incidents.column.restore,
    className: 'whitespace-nowrap max-2xl:hidden',
    isExtra: true,
    isNumber: true,
    cell: ({ durations }) =>
      durations.restore.us === null ? '' : durationText(durations.restore.us / 1_000),
  },
];

/** The first of several names and how many more there are: rows stay one line high. */
function Services({ names: [first, ...others] }: { names: readonly string[] }) {
  if (first === undefined) return null;
  return (
    <span className="flex gap-1.5 whitespace-nowrap text-muted" title={[first, ...others].join(', ')}>
      <span dir="auto" className="max-w-32 truncate 2xl:max-w-56">
        {first}
      </span>
      {others.length > 0 && <span>{t.incidents.andMore(others.length)}</span>}
    </span>
  );
}

interface IncidentTableProps {
  incidents: readonly Incident[];
  /** Left out where nothing may be changed. */
  selection?: Selection | undefined;
}

/** Incidents, one a row; with a selection, `x` selects one and Shift with a click all up to it. */
export function IncidentTable({ incidents, selection }: IncidentTableProps) {
  const select =
    selection &&
    selectColumn<Incident>(selection, {
      count: incidents.length,
      nameOf: ({ number, title }) => `${number} ${title}`,
    });
  return (
    <Table
      caption={t.incidents.title}
      columns={select ? [select, ...COLUMNS] : COLUMNS}
      rows={incidents}
      keyOf={({ id }) => id}
    />
  );
}
