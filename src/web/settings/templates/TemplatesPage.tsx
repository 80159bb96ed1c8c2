import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Archive, Plus } from 'lucide-react';
import { KEEPERS } from '../../../contract/roles.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { useMe } from '../../shell/useMe.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { isLost } from '../../ui/isLost.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import type { Template } from './template.ts';

const route = getRouteApi('/inside/settings/templates');

const COLUMNS: readonly Column<Template>[] = [
  {
    key: 'name',
    label: t.templates.name,
    cell: ({ id, name, description, defaultId, isEdited }) => (
      <>
        <p className="flex flex-wrap items-center gap-2">
          <Link
            to="/settings/templates/$id"
            params={{ id }}
            className="font-medium [overflow-wrap:anywhere] hover:text-accent hover:underline"
          >
            {name}
          </Link>
          {defaultId === null && <Badge tone="accent">{t.templates.isOwn}</Badge>}
          {isEdited && <Badge>{t.templates.isEdited}</Badge>}
        </p>
        <p className="max-w-[70ch] text-sm text-muted">{description}</p>
      </>
    ),
  },
  {
    key: 'sections',
    label: t.templates.sections,
    isExtra: true,
    className: 'whitespace-nowrap',
    cell: ({ sections }) => (
      <>
        {t.templates.sectionCount(sections.length)}
        <span className="text-muted">
          , {t.templates.requiredCount(sections.filter(({ isRequired }) => isRequired).length)}
        </span>
      </>
    ),
  },
  {
    key: 'updated',
    label: t.common.saved,
    isExtra: true,
    isNumber: true,
    cell: ({ updatedAt }) => <Time at={updatedAt} as="ago" />,
  },
];

/** The templates that postmortems are opened from. */
export function TemplatesPage() {
  const me = useMe();
  const navigate = route.useNavigate();
  const { show } = route.useSearch() as { show?: 'retired' };
  const isRetired = show === 'retired';
  const list = useQuery(api.templates.list.queryOptions({ input: { isRetired } }));
  const mayEdit = me.may(KEEPERS);
  const add = { to: '/settings/templates/$id', params: { id: 'new' } } as const;
  useShortcut('n', t.templates.add, () => mayEdit && void navigate(add));
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-x-6 gap-y-2">
        <p className="min-w-0 flex-1 basis-72 text-muted">{t.templates.lead}</p>
        <SelectField
          label={t.common.filter}
          value={show ?? ''}
          onChange={({ target }) =>
            void navigate({ search: target.value ? { show: target.value } : {}, replace: true })
          }
        >
          <option value="">{t.templates.offered}</option>
          <option value="retired">{t.templates.retired}</option>
        </SelectField>
        {mayEdit && (
          <LinkButton {...add} kind="primary" icon={<Plus size={15} aria-hidden />}>
            {t.templates.add}
          </LinkButton>
        )}
      </div>
      {list.isPending && <SkeletonRows />}
      {isLost(list) && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && (
        <EmptyState
          icon={<Archive size={28} />}
          title={isRetired ? t.templates.emptyRetiredTitle : t.templates.emptyTitle}
          text={isRetired ? t.templates.emptyRetiredText : t.templates.emptyText}
        />
      )}
      {list.data && list.data.items.length > 0 && (
        <Table caption={t.templates.title} columns={COLUMNS} rows={list.data.items} keyOf={({ id }) => id} />
      )}
    </>
  );
}
