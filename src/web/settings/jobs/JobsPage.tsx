import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CircleCheck, Search } from 'lucide-react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { paging } from '../../ui/paging.ts';
import { type Job, JobTable } from './JobTable.tsx';

const route = getRouteApi('/inside/settings/jobs');
/** Jobs begin and end without an event that says so: they are looked at this often, in milliseconds. */
const LOOK_EVERY = 5_000;

/** Work in the background: what waits, what runs, what failed and can be run again. */
export function JobsPage() {
  const navigate = route.useNavigate();
  const { state } = route.useSearch() as { state?: Job['state'] };
  const list = useInfiniteQuery(
    api.jobs.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 100,
        ...(state && { state }),
        ...(cursor && { cursor }),
      }),
      ...paging,
      placeholderData: before => before,
      refetchInterval: LOOK_EVERY,
    }),
  );
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-x-6 gap-y-2">
        <p className="min-w-0 flex-1 basis-72 text-muted">{t.jobs.lead}</p>
        <SelectField
          label={t.jobs.state}
          value={state ?? ''}
          onChange={({ target }) =>
            void navigate({ search: target.value ? { state: target.value } : {}, replace: true })
          }
        >
          <option value="">{t.jobs.anyState}</option>
          {Object.entries(t.jobs.states).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
      </div>
      <ListFrame
        list={list}
        empty={
          <EmptyState
            icon={state ? <Search size={28} /> : <CircleCheck size={28} />}
            title={state ? t.jobs.noMatchTitle : t.jobs.emptyTitle}
            text={state ? t.jobs.noMatchText : t.jobs.emptyText}
          />
        }
      >
        {jobs => <JobTable jobs={jobs} />}
      </ListFrame>
    </>
  );
}
