import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { SelectField } from '../../ui/Field.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { paging } from '../../ui/paging.ts';
import { useIncident } from '../useIncident.ts';
import { ActivityItem } from './ActivityItem.tsx';
import { groupActivity } from './groupActivity.ts';

/** Kinds of what can be done to an incident; signing in is not among them. */
const KINDS = ['change', 'view', 'evidence_read', 'export'] as const;

/** What was done to the incident and all that hangs on it, newest first, as the audit log has it. */
export function IncidentActivity() {
  const { id, number } = useIncident();
  const { kind } = useSearch({ strict: false }) as { kind?: string };
  const navigate = useNavigate();
  const list = useInfiniteQuery(
    api.incidents.activity.infiniteOptions({
      input: (cursor: string | undefined) => ({
        id,
        limit: 100,
        ...(kind && { kind: [kind] }),
        ...(cursor && { cursor }),
      }),
      ...paging,
    }),
  );
  return (
    <>
      <SelectField
        label={t.audit.filter.kind}
        className="mb-2 max-w-60"
        value={kind ?? ''}
        onChange={({ target }) =>
          void navigate({
            to: '.',
            search: ((before: object) => ({ ...before, kind: target.value || undefined })) as never,
            replace: true,
          })
        }
      >
        <option value="">{t.audit.filter.anyKind}</option>
        {KINDS.map(each => (
          <option key={each} value={each}>
            {t.audit.kind[each]}
          </option>
        ))}
      </SelectField>
      <ListFrame list={list} empty={<p className="text-muted">{t.incidents.noActivity}</p>}>
        {entries => (
          <ol aria-label={t.incidents.activityTitle} className="flex flex-col">
            {groupActivity(entries).map(group => (
              <ActivityItem key={group.entry.id} incidentId={number} {...group} />
            ))}
          </ol>
        )}
      </ListFrame>
    </>
  );
}
