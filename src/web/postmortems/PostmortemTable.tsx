import { Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { DueDay } from '../ui/DueDay.tsx';
import { Meter } from '../ui/Meter.tsx';
import { NameList } from '../ui/NameList.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { Time } from '../ui/Time.tsx';
import type { PostmortemSummary } from './postmortem.ts';
import { STATE_TONE } from './tones.ts';

/** Whether a day is over, wherever on earth one is: as actions are overdue. */
const isPast = (day: string): boolean => day < new Date().toISOString().slice(0, 10);

const COLUMNS: readonly Column<PostmortemSummary>[] = [
  {
    key: 'title',
    label: t.postmortems.column.postmortem,
    cell: ({ id, title, incident, isRestricted }) => (
      <Link
        to="/postmortems/$id"
        params={{ id }}
        data-row={id}
        className="group flex min-w-52 items-baseline gap-2.5"
      >
        <span className="tabular w-16 shrink-0 text-sm text-muted">{incident.number}</span>
        <span className="min-w-0 font-medium [overflow-wrap:anywhere] group-hover:text-accent group-hover:underline">
          <bdi>{title}</bdi>
        </span>
        {isRestricted && <Lock size={13} aria-label={t.postmortems.restricted} className="text-muted" />}
      </Link>
    ),
  },
  {
    key: 'state',
    onCard: 'plain',
    label: t.postmortems.column.state,
    cell: ({ state }) => <Badge tone={STATE_TONE[state]}>{t.postmortems.state[state]}</Badge>,
  },
  {
    key: 'kind',
    label: t.postmortems.column.kind,
    isExtra: true,
    className: 'whitespace-nowrap',
    cell: ({ kind }) => t.postmortems.kind[kind] ?? kind,
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
    className: 'min-w-32',
    cell: ({ owner }) => <NameList names={owner ? [owner.name] : []} none={t.incidents.nobody} />,
  },
  {
    key: 'due',
    onCard: 'fact',
    label: t.postmortems.column.due,
    isExtra: true,
    cell: ({ dueOn, state }) =>
      dueOn && <DueDay day={dueOn} isOverdue={state === 'draft' && isPast(dueOn)} />,
  },
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
