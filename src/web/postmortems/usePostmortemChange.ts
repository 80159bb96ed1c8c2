import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { sayError } from '../ui/Toasts.tsx';
import type { Postmortem } from './postmortem.ts';

/** Changes a postmortem as a whole: its state, its order of sections, an old version made new. */
export function usePostmortemChange() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ask: () => Promise<Postmortem>) => ask(),
    onSuccess: changed => {
      queryClient.setQueryData(api.postmortems.get.queryKey({ input: { id: changed.id } }), changed);
      void queryClient.invalidateQueries({ queryKey: api.postmortems.key() });
    },
    onError: error => {
      sayError(error);
      void queryClient.invalidateQueries({ queryKey: api.postmortems.key() });
    },
  });
}
