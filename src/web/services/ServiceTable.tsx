import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
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
      cell: ({ id, name, description }) => (
        <>
          <button
            type="button"
            className="text-left font-medium [overflow-wrap:anywhere] hover:text-accent hover:underline"
            onClick={() => onOpen(id)}
          >
            {name}
          </button>
          {description && <p className="line-clamp-1 max-w-[60ch] text-sm text-muted">{description}</p>}
        </>
      ),
    },
    {
      key: 'tier',
      label: t.services.tier,
      cell: ({ tier }) => <Badge tone={tier === 1 ? 'accent' : 'neutral'}>{tier}</Badge>,
    },
    { key: 'owner', label: t.services.ownerTeam, cell: ({ ownerTeam }) => ownerTeam?.name ?? t.common.none },
    {
      key: 'dependsOn',
      label: t.services.dependsOn,
      isExtra: true,
      cell: ({ dependsOn }) => dependsOn.map(({ name }) => name).join(', ') || t.common.none,
    },
    {
      key: 'updated',
      label: t.common.saved,
      isExtra: true,
      isNumber: true,
      cell: ({ updatedAt }) => <Time at={updatedAt} as="ago" />,
    },
  ];
  return <Table caption={t.services.title} columns={columns} rows={services} keyOf={({ id }) => id} />;
}
