import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { NameList } from '../ui/NameList.tsx';
import { RowButton } from '../ui/RowButton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { Time } from '../ui/Time.tsx';
import type { Service } from './service.ts';

interface ServiceTableProps {
  services: readonly Service[];
  onOpen(id: string): void;
}

/** Services, one a row. */
export function ServiceTable({ services, onOpen }: ServiceTableProps) {
  const columns: Column<Service>[] = [
    {
      key: 'name',
      label: t.services.name,
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
      key: 'tier',
      label: t.services.tier,
      cell: ({ tier }) => <Badge tone={tier === 1 ? 'accent' : 'neutral'}>{tier}</Badge>,
    },
    {
      key: 'owner',
      label: t.services.ownerTeam,
      cell: ({ ownerTeam }) => <NameList names={ownerTeam ? [ownerTeam.name] : []} />,
    },
    {
      key: 'dependsOn',
      onCard: 'fact',
      label: t.services.dependsOn,
      isExtra: true,
      cell: ({ dependsOn }) => <NameList names={dependsOn.map(({ name }) => name)} />,
    },
    {
      key: 'updated',
      label: t.services.changed,
      className: 'whitespace-nowrap',
      isExtra: true,
      isNumber: true,
      cell: ({ updatedAt }) => <Time at={updatedAt} as="ago" />,
    },
  ];
  return <Table caption={t.services.title} columns={columns} rows={services} keyOf={({ id }) => id} />;
}
