import { Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { Meter } from '../ui/Meter.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { Time } from '../ui/Time.tsx';
import type { PostmortemSummary } from './postmortem.ts';
import { STATE_TONE } from './tones.ts';

const COLUMNS: readonly Column<PostmortemSummary>[] = [
  {
    key: 'title',
    label: t.postmortems.column.postmortem,
    cell: ({ id, title, incident, isRestricted }) => (
      <Link to="/postmortems/$id" params={{ id }} className="group flex min-w-52 items-baseline gap-2.5">
        <span className="tabular w-16 shrink-0 text-sm text-muted">{incident.number}</span>
        <span
          dir="auto"
          className="min-w-0 font-medium [overflow-wrap:anywhere] group-hover:text-accent group-hover:underline"
        >
          {title}
        </span>
        {isRestricted && <Lock size={13} aria-label={t.postmortems.restricted} className="text-muted" />}
      </Link>
    ),
  },
  {
    key: 'state',
    label: t.postmortems.column.state,
    cell: ({ state }) => <Badge tone={STATE_TONE[state]}>{t.postmortems.state[state]}</Badge>,
  },
  {
    key: 'complete',
    label: t.postmortems.column.complete,
    cell: ({ completeness }) => (
      <Meter percent={completeness} label={t.postmortems.completeness(completeness)} />
    ),
  },
  {
    key: 'owner',
    label: t.postmortems.column.owner,
    isExtra: true,
    cell: ({ owner }) => owner?.name ?? <span className="text-muted">{t.incidents.nobody}</span>,
  },
  { key: 'due', label: t.postmortems.column.due, isExtra: true, cell: ({ dueOn }) => dueOn ?? '' },
  {
    key: 'changed',
    label: t.postmortems.column.changed,
    cell: ({ updatedAt }) => <Time at={updatedAt} as="ago" />,
  },
];

/** Postmortems, one a row. */
export function PostmortemTable({ postmortems }: { postmortems: readonly PostmortemSummary[] }) {
  return <Table caption={t.postmortems.title} columns={COLUMNS} rows={postmortems} keyOf={({ id }) => id} />;
}
