import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { say, sayError } from '../../ui/Toasts.tsx';
import { useForm } from '../../ui/useForm.ts';
import type { Opened } from './term.ts';

const FORM = 'term';

/** Adds, rewords or removes a term of the organisation's own. */
export function TermDialog({ opened: { dimension, term }, onClose }: { opened: Opened; onClose(): void }) {
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
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
    <Dialog
      isOpen
      onClose={onClose}
      title={term ? t.taxonomy.edit(term.name) : t.taxonomy.addTo(t.taxonomy.dimension[dimension])}
      footer={
        <>
          {term && (
            <Button kind="danger" className="mr-auto" onClick={() => setAsking(true)}>
              {t.taxonomy.remove}
            </Button>
          )}
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" type="submit" form={FORM} isBusy={save.isPending}>
            {term ? t.common.save : t.common.add}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className="flex flex-col gap-4"
        onSubmit={event => {
          event.preventDefault();
          save.mutate(form.values);
        }}
      >
        <TextField label={t.taxonomy.name} required autoFocus maxLength={80} {...form.text('name')} />
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
        <FormError text={form.general} />
      </form>
      {term && isAsking && (
        <ConfirmDialog
          title={t.taxonomy.removeTitle(term.name)}
          text={t.taxonomy.removeText}
          verb={t.taxonomy.remove}
          isBusy={remove.isPending}
          onConfirm={() => remove.mutate(term.id)}
          onClose={() => setAsking(false)}
        />
      )}
    </Dialog>
  );
}
