import type { PostmortemState, PostmortemTransition } from '../../core/lifecycle/postmortem.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import type { Postmortem } from './postmortem.ts';
import { usePostmortemChange } from './usePostmortemChange.ts';

/** What takes a step back, from the state that it was taken in; where nothing is listed, the step stays. */
const WAY_BACK: Partial<Record<PostmortemState, Partial<Record<PostmortemTransition, 'finish' | 'revise'>>>> =
  {
    draft: { finish: 'revise', withdraw: 'revise' },
    ready: { revise: 'finish' },
  };

/** A step on a postmortem's course, with the reason that somebody writes; it can be taken back for a few seconds. */
export function usePostmortemStep(
  { id, version, state }: Postmortem,
  transition: PostmortemTransition,
  onDone: () => void,
) {
  const change = usePostmortemChange({ onRefused() {} });
  const undo = usePostmortemChange();
  const form = useForm({ reason: '' }, change.error, { version });
  const step = (): void =>
    change.mutate(
      () => api.postmortems[transition].call({ id, ...form.values }, { context: { ifMatch: form.version } }),
      {
        onSuccess() {
          const back = WAY_BACK[state]?.[transition];
          const takeBack = (to: 'finish' | 'revise'): void =>
            undo.mutate(() => api.postmortems[to].call({ id, reason: t.postmortems.takenBack }));
          say(t.postmortems.moved[transition], back && { undo: () => takeBack(back) });
          onDone();
        },
      },
    );
  return { form, step, isPending: change.isPending };
}
