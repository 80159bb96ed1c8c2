import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ACTION_NEEDS, ACTION_TRANSITIONS, type ActionTransition } from '../../core/lifecycle/action.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { PersonField } from '../people/PersonField.tsx';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextArea, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import type { Found } from '../ui/PickFound.tsx';
import { refusedItems } from '../ui/refusedItems.ts';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import type { Action } from './action.ts';
import { putBack } from './putBack.ts';

const AS_IS = 'as-is';
const BLANK = {
  owner: AS_IS,
  person: null as Found | null,
  due: AS_IS,
  day: '',
  transition: AS_IS,
  note: '',
};
type Values = typeof BLANK;

interface BulkDialogProps {
  actions: readonly Action[];
  onChanged(): void;
  onTakeOut(ids: readonly string[]): void;
  onClose(): void;
}

/** What of several actions changes; what is left as it is, is not sent. */
const toChanges = ({ owner, person, due, day, transition, note }: Values) => ({
  ...(owner !== AS_IS && { ownerId: owner === 'nobody' ? null : (person?.id ?? null) }),
  ...(due !== AS_IS && { dueOn: due === 'set' ? day : null }),
  ...(transition !== AS_IS && { move: { transition: transition as ActionTransition, note } }),
});

/** Changes owner, due day or state of several actions, of all or of none. */
export function BulkDialog({ actions, onChanged, onTakeOut, onClose }: BulkDialogProps) {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.actions.key() });
  const save = useMutation({
    mutationFn: (values: Values) =>
      api.actions.editMany.call({
        items: actions.map(({ id, version }) => ({ id, version })),
        ...toChanges(values),
      }),
    onSuccess: async ({ items }, { transition }) => {
      const undo = () => void putBack(actions).finally(refresh);
      say(t.actions.bulk.changed(items.length), transition === AS_IS ? { undo } : {});
      await refresh();
      onChanged();
    },
  });
  const form = useForm(BLANK, save.error);
  const { owner, person, due, transition } = form.values;
  const refused = refusedItems(save.error, actions);
  const isNothing = [owner, due, transition].every(value => value === AS_IS);
  const lacksOwner = owner === 'somebody' && person === null;
  return (
    <FormDialog
      title={t.actions.bulk.title(actions.length)}
      description={t.selection.allOrNone}
      form={form}
      isBusy={save.isPending}
      isBlank={isNothing || lacksOwner}
      onSubmit={() => save.mutate(form.values)}
      onClose={onClose}
    >
      <SelectField label={t.actions.field.owner} {...form.text('owner')}>
        <option value={AS_IS}>{t.selection.asIs}</option>
        <option value="somebody">{t.actions.bulk.ownerSet}</option>
        <option value="nobody">{t.actions.nobody}</option>
      </SelectField>
      {owner === 'somebody' && (
        <PersonField
          label={t.actions.bulk.newOwner}
          person={person}
          onChange={next => form.set('person', next)}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField label={t.actions.field.due} {...form.text('due')}>
          <option value={AS_IS}>{t.selection.asIs}</option>
          <option value="set">{t.actions.bulk.dueSet}</option>
          <option value="">{t.actions.bulk.dueClear}</option>
        </SelectField>
        {due === 'set' && <TextField label={t.actions.bulk.day} type="date" required {...form.text('day')} />}
      </div>
      <SelectField label={t.actions.move} {...form.text('transition')}>
        <option value={AS_IS}>{t.selection.asIs}</option>
        {ACTION_TRANSITIONS.map(one => (
          <option key={one} value={one}>
            {t.actions.transition[one]}
          </option>
        ))}
      </SelectField>
      {transition !== AS_IS && ACTION_NEEDS[transition as ActionTransition] !== 'nothing' && (
        <TextArea
          label={t.actions.noteFor[ACTION_NEEDS[transition as ActionTransition]] ?? ''}
          required
          {...form.text('note')}
        />
      )}
      {refused.length > 0 && (
        <>
          <FormError text={save.error?.message} />
          <ul data-problem className="flex flex-col gap-2 text-sm">
            {refused.map(({ item: action, message }) => (
              <li key={action.id}>
                <strong className="font-medium">{action.title}</strong>: {message}
              </li>
            ))}
          </ul>
          <Button className="self-start" onClick={() => onTakeOut(refused.map(({ item }) => item.id))}>
            {t.selection.takeOut}
          </Button>
        </>
      )}
    </FormDialog>
  );
}
