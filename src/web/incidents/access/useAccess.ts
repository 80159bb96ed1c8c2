import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { sayError } from '../../ui/Toasts.tsx';
import type { Viewers } from './viewer.ts';

/** Who sees an incident while it is restricted, and the changes of its list; each answers with the list as it is then. */
export function useAccess(incidentId: string) {
  const queryClient = useQueryClient();
  const options = api.incidents.access.queryOptions({ input: { id: incidentId } });
  const found = useQuery(options);
  const change = useMutation({
    mutationFn: (ask: () => Promise<Viewers>) => ask(),
    onSuccess: viewers => {
      queryClient.setQueryData(options.queryKey, viewers);
      void queryClient.invalidateQueries({ queryKey: api.incidents.key() });
    },
    onError: error => {
      sayError(error);
      void queryClient.invalidateQueries({ queryKey: api.incidents.key() });
    },
  });
  return { found, change };
}
