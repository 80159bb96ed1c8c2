import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { sayError } from '../ui/Toasts.tsx';
import type { Postmortem } from './postmortem.ts';

/**
 * Changes a postmortem as a whole: its state, its order of sections, an old version made new.
 *
 * @param options.onRefused where a form shows the refusal itself; else it is said in passing
 */
export function usePostmortemChange({ onRefused = sayError }: { onRefused?: (error: unknown) => void } = {}) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ask: () => Promise<Postmortem>) => ask(),
    onSuccess: changed => {
      queryClient.setQueryData(api.postmortems.get.queryKey({ input: { id: changed.id } }), changed);
      void queryClient.invalidateQueries({ queryKey: api.postmortems.key() });
    },
    onError: error => {
      onRefused(error);
      void queryClient.invalidateQueries({ queryKey: api.postmortems.key() });
    },
  });
}
