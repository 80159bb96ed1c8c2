import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { sayError } from '../ui/Toasts.tsx';
import type { Incident } from './incident.ts';

interface Change {
  /** What the screen shows until the server has answered; taken back when it refuses. */
  guess?: Partial<Incident>;
  ask(): Promise<Incident>;
}

interface Options {
  /** What is done when the server refuses; a form shows it at its fields. */
  onRefused?(error: unknown): void;
}

/** Changes an incident: shown at once, taken back visibly when refused. */
export function useIncidentChange(incident: Incident, { onRefused = sayError }: Options = {}) {
  const queryClient = useQueryClient();
  const keys = [incident.number, incident.id].map(id => api.incidents.get.queryKey({ input: { id } }));
  const show = (shown: Incident): void => {
    for (const key of keys) if (queryClient.getQueryData(key)) queryClient.setQueryData(key, shown);
  };
  return useMutation({
    mutationFn: ({ ask }: Change) => ask(),
    onMutate: ({ guess }) => guess && show({ ...incident, ...guess }),
    onSuccess: changed => {
      show(changed);
      void queryClient.invalidateQueries({ queryKey: api.incidents.key() });
    },
    onError: (error, { guess }) => {
      if (guess) show(incident);
      onRefused(error);
      void queryClient.invalidateQueries({ queryKey: api.incidents.key() });
    },
  });
}
