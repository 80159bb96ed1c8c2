import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';

/** The postmortem that an incident's actions belong to, if there is one; for no incident, none. */
export function usePostmortemOf(incidentId: string | undefined): string | null {
  const list = useQuery(
    api.postmortems.list.queryOptions({
      input: { incidentId: incidentId ?? '', limit: 10 },
      enabled: incidentId !== undefined,
    }),
  );
  return list.data?.items.find(({ state }) => state !== 'withdrawn')?.id ?? null;
}
