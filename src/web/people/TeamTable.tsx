import { t } from '../messages/index.ts';
import { type Column, Table } from '../ui/Table.tsx';
import type { Team } from './person.ts';

/** Names of members that a row shows. */
const MOST_NAMES = 6;

interface TeamTableProps {
  teams: readonly Team[];
  onOpen(id: string): void;
}

/** Teams, one a row. */
export function TeamTable({ teams, onOpen }: TeamTableProps) {
  const columns: Column<Team>[] = [
    {
      key: 'name',
      label: t.teams.name,
      cell: ({ id, name, description }) => (
        <>
          <button
            type="button"
            dir="auto"
            className="min-h-6 text-left font-medium [overflow-wrap:anywhere] hover:text-accent hover:underline"
            onClick={() => onOpen(id)}
          >
            {name}
          </button>
          {description && <p className="line-clamp-1 max-w-[60ch] text-sm text-muted">{description}</p>}
        </>
      ),
    },
    {
      key: 'members',
      className: '[overflow-wrap:anywhere]',
      label: t.teams.members,
      cell: ({ members }) => {
        if (members.length === 0) return <span className="text-muted">{t.teams.noMembers}</span>;
        const names = members.slice(0, MOST_NAMES).map(({ name }) => name);
        const more = members.length - names.length;
        return `${names.join(', ')}${more > 0 ? ` +${more}` : ''}`;
      },
    },
  ];
  return <Table caption={t.teams.title} columns={columns} rows={teams} keyOf={({ id }) => id} />;
}
