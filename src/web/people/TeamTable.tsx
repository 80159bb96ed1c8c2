import { t } from '../messages/index.ts';
import { NameList } from '../ui/NameList.tsx';
import { RowButton } from '../ui/RowButton.tsx';
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
      className: 'sm:min-w-64',
      cell: ({ id, name, description }) => (
        <>
          <RowButton id={id} onOpen={onOpen}>
            {name}
          </RowButton>
          {description && (
            <p dir="auto" className="line-clamp-1 max-w-[60ch] text-left text-sm text-muted">
              {description}
            </p>
          )}
        </>
      ),
    },
    {
      key: 'members',
      label: t.teams.members,
      cell: ({ members }) => (
        <NameList names={members.map(({ name }) => name)} most={MOST_NAMES} none={t.teams.noMembers} />
      ),
    },
  ];
  return <Table caption={t.teams.title} columns={columns} rows={teams} keyOf={({ id }) => id} />;
}
