import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Badge } from '../ui/Badge.tsx';
import { NameList } from '../ui/NameList.tsx';
import { RowButton } from '../ui/RowButton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { Time } from '../ui/Time.tsx';
import type { Person } from './person.ts';

interface PeopleTableProps {
  people: readonly Person[];
  onOpen(id: string): void;
}

/** People, one a row. */
export function PeopleTable({ people, onOpen }: PeopleTableProps) {
  const me = useMe();
  const columns: Column<Person>[] = [
    {
      key: 'name',
      label: t.people.name,
      cell: ({ id, name, email, roles, disabledAt }) => (
        <>
          <span className="flex flex-wrap items-center gap-2">
            <RowButton id={id} onOpen={onOpen}>
              {name}
            </RowButton>
            {id === me.id && <Badge tone="accent">{t.people.you}</Badge>}
            {disabledAt && <Badge tone="warn">{t.people.disabled}</Badge>}
          </span>
          <p className="text-sm text-muted [overflow-wrap:anywhere]">{email}</p>
          <p className="text-sm text-muted lg:hidden">{roles.map(role => t.people.role[role]).join(', ')}</p>
        </>
      ),
    },
    {
      key: 'roles',
      label: t.people.roles,
      isExtra: true,
      cell: ({ roles }) => (
        <span className="flex flex-wrap gap-1">
          {roles.map(role => (
            <Badge key={role} tone={role === 'administrator' ? 'accent' : 'neutral'}>
              {t.people.role[role]}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      key: 'teams',
      onCard: 'fact',
      label: t.people.teams,
      isExtra: true,
      cell: ({ teams }) => <NameList names={teams.map(({ name }) => name)} none={t.people.noTeam} />,
    },
    {
      key: 'joined',
      label: t.people.joined,
      isExtra: true,
      isNumber: true,
      cell: ({ createdAt }) => <Time at={createdAt} as="day" />,
    },
  ];
  return <Table caption={t.people.title} columns={columns} rows={people} keyOf={({ id }) => id} />;
}
