import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import type { Postmortem } from './postmortem.ts';

/** What the moments of a postmortem's incident are called, by id. Asked for only where there is one to name. */
export function useMomentNames({ incident }: Postmortem, isAsked: boolean): (id: string) => string {
  const moments = useQuery(
    api.moments.list.queryOptions({
      input: { incidentId: incident.number, limit: 200, state: ['kept', 'proposed'] },
      enabled: isAsked,
    }),
  );
  return id => moments.data?.items.find(moment => moment.id === id)?.title ?? t.postmortems.moment;
}
