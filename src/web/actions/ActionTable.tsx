import { Link } from '@tanstack/react-router';
import { ACTION_KINDS } from '../../core/lifecycle/actionKinds.ts';
import { VERIFICATION_WAYS } from '../../core/lifecycle/verification.ts';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { DueDay } from '../ui/DueDay.tsx';
import { RowButton } from '../ui/RowButton.tsx';
import { selectColumn } from '../ui/selectColumn.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import type { Selection } from '../ui/useSelection.ts';
import type { Action } from './action.ts';
import { PRIORITY_TONE, STATE_TONE } from './tones.ts';
import { usePendingMoves } from './useMoveAction.ts';

interface ActionTableProps {
  actions: readonly Action[];
  /** Null where nothing may be changed. */
  selection: Selection | null;
  /** Left out where all are of one incident. */
  isOfOneIncident?: boolean;
  onOpen(id: string): void;
}

const { column } = t.actions;

/** Actions, one a row; `j` and `k` walk the rows, `x` selects one, Shift and a click select up to it. */
export function ActionTable({ actions, selection, isOfOneIncident = false, onOpen }: ActionTableProps) {
  const pending = usePendingMoves();
  const columns: (Column<Action> | false | null)[] = [
    selection && selectColumn<Action>(selection, { count: actions.length, nameOf: ({ title }) => title }),
    {
      key: 'title',
      label: column.action,
      cell: action => (
        <RowButton id={action.id} className="min-w-52" onOpen={onOpen}>
          {action.title}
        </RowButton>
      ),
    },
    {
      key: 'priority',
      onCard: 'plain',
      label: column.priority,
      cell: ({ priority }) => <Badge tone={PRIORITY_TONE[priority]}>{priority.toUpperCase()}</Badge>,
    },
    {
      key: 'state',
      onCard: 'plain',
      label: column.state,
      cell: action => {
        const state = pending.get(action.id) ?? action.state;
        return <Badge tone={STATE_TONE[state]}>{t.actions.state[state]}</Badge>;
      },
    },
    {
      key: 'kind',
      label: column.kind,
      isExtra: true,
      cell: ({ kind }) => ACTION_KINDS.find(({ id }) => id === kind)?.name,
    },
    {
      key: 'owner',
      label: column.owner,
      className: 'max-w-40 truncate',
      cell: ({ owner }) =>
        owner ? <span dir="auto">{owner.name}</span> : <span className="text-warn">{t.actions.nobody}</span>,
    },
    {
      key: 'due',
      label: column.due,
      cell: action => <DueDay day={action.dueOn} isOverdue={action.isOverdue} />,
    },
    !isOfOneIncident && {
      key: 'incident',
      onCard: 'plain',
      label: column.incident,
      isExtra: true,
      cell: ({ incident }) => (
        <Link
          to="/incidents/$id"
          params={{ id: incident.number }}
          className="tabular whitespace-nowrap text-muted hover:text-accent hover:underline"
          title={incident.title}
        >
          {incident.number}
        </Link>
      ),
    },
    {
      key: 'proof',
      label: column.proof,
      isExtra: true,
      className: 'max-w-48 truncate',
      cell: ({ verification }) =>
        verification ? (
          VERIFICATION_WAYS[verification.kind].name
        ) : (
          <span className="text-muted">{t.actions.noProof}</span>
        ),
    },
  ];
  return (
    <Table
      caption={t.actions.title}
      columns={columns.filter(one => one !== false && one !== null)}
      rows={actions}
      keyOf={({ id }) => id}
    />
  );
}
