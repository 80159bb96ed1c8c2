import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../api.ts';
import { t } from '../messages/index.ts';
import { say, sayError } from '../ui/Toasts.tsx';
import type { Moment } from './model/timelineNotes.ts';
import { momentsKey } from './useTimeline.ts';

const SAID = {
  kept: t.timeline.kept,
  dismissed: t.timeline.dismissed,
  proposed: t.timeline.reopened,
} as const;

/** Keeps, dismisses and reopens moments: shown at once, taken back when the server refuses, undone by a press. */
export function useJudgeMoment(incidentId: string) {
  const queryClient = useQueryClient();
  const queryKey = [momentsKey(incidentId)];
  const show = (id: string, state: Moment['state']): void =>
    void queryClient.setQueryData<Moment[]>(queryKey, before =>
      before?.map(moment => (moment.id === id ? { ...moment, state } : moment)),
    );
  const judge = useMutation({
    mutationFn: ({ moment, state }: { moment: Moment; state: Moment['state'] }) =>
      client.moments.judge({ incidentId, ids: [moment.id], state }),
    onMutate: async ({ moment, state }) => {
      await queryClient.cancelQueries({ queryKey });
      show(moment.id, state);
    },
    onError(error, { moment }) {
      show(moment.id, moment.state);
      sayError(error);
    },
    onSuccess: (_result, { moment, state }) =>
      say(SAID[state](moment.title), {
        undo: () => judge.mutate({ moment: { ...moment, state }, state: moment.state }),
      }),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey }),
        queryClient.invalidateQueries({ queryKey: [['incidents', 'phases']] }),
      ]),
  });
  return (moment: Moment, state: Moment['state']): void => {
    if (moment.state !== state) judge.mutate({ moment, state });
  };
}
