import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { say, sayError } from '../../ui/Toasts.tsx';
import { useForm } from '../../ui/useForm.ts';
import type { Opened } from './term.ts';

/** Adds, rewords or removes a term of the organisation's own. */
export function TermDialog({ opened: { dimension, term }, onClose }: { opened: Opened; onClose(): void }) {
  const queryClient = useQueryClient();
  const done = async (text: string): Promise<void> => {
    say(text);
    await queryClient.invalidateQueries({ queryKey: api.taxonomy.key() });
    onClose();
  };
  const save = useMutation({
    mutationFn: (words: { id: string; name: string; description: string }) =>
      api.taxonomy[term ? 'edit' : 'add'].call({ dimension, ...words }),
    onSuccess: (_, { name }) => done(term ? t.common.saved : t.taxonomy.added(name)),
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.taxonomy.remove.call({ dimension, id }),
    onSuccess: () => done(t.taxonomy.removed(term?.name ?? '')),
    onError: sayError,
  });
  const form = useForm(
    { id: term?.id ?? '', name: term?.name ?? '', description: term?.description ?? '' },
    save.error,
  );
  return (
    <FormDialog
      title={term ? t.taxonomy.edit(term.name) : t.taxonomy.addTo(t.taxonomy.dimension[dimension])}
      verb={term ? t.common.save : t.common.add}
      form={form}
      isBusy={save.isPending || remove.isPending}
      aside={
        term && (
          <RemoveButton
            title={t.taxonomy.removeTitle(term.name)}
            text={t.taxonomy.removeText}
            verb={t.taxonomy.remove}
            isBusy={remove.isPending}
            onRemove={() => remove.mutate(term.id)}
          />
        )
      }
      onSubmit={() => save.mutate(form.values)}
      onClose={onClose}
    >
      <TextField label={t.taxonomy.name} required maxLength={80} {...form.text('name')} />
      <TextField
        label={t.taxonomy.id}
        hint={t.taxonomy.idHint}
        required
        readOnly={term !== null}
        maxLength={40}
        {...form.text('id')}
      />
      <TextArea
        label={t.taxonomy.description}
        hint={t.taxonomy.descriptionHint}
        required
        maxLength={500}
        {...form.text('description')}
      />
    </FormDialog>
  );
}
