import addTerm from 'virtual:form/taxonomy.add';
import editTerm from 'virtual:form/taxonomy.edit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { SchemaFields } from '../../forms/SchemaFields.tsx';
import type { InputOf, Sent } from '../../forms/sent.ts';
import { useSchemaForm } from '../../forms/useSchemaForm.ts';
import { t } from '../../messages/index.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { say, sayError } from '../../ui/Toasts.tsx';
import { followName } from '../followName.ts';
import type { Opened } from './term.ts';

type Words = Omit<InputOf<'taxonomy.add'>, 'dimension'>;

/** Adds, rewords or removes a term of the organisation's own. */
export function TermDialog({ opened: { dimension, term }, onClose }: { opened: Opened; onClose(): void }) {
  const queryClient = useQueryClient();
  const done = async (text: string): Promise<void> => {
    say(text);
    await queryClient.invalidateQueries({ queryKey: api.taxonomy.key() });
    onClose();
  };
  const save = useMutation({
    mutationFn: ({ input }: Sent<Words>) =>
      api.taxonomy[term ? 'edit' : 'add'].call({ ...input, dimension, ...(term && { id: term.id }) }),
    onSuccess: (_, { input }) => done(term ? t.common.saved : t.taxonomy.added(input.name)),
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.taxonomy.remove.call({ dimension, id }),
    onSuccess: () => done(t.taxonomy.removed(term?.name ?? '')),
    onError: sayError,
  });
  const form = useSchemaForm<Words>(term ? editTerm : addTerm, {
    given: term ?? undefined,
    without: term ? ['dimension', 'id'] : ['dimension'],
    error: save.error,
    ...(!term && { follow: followName('name') }),
  });
  return (
    <FormDialog
      title={term ? t.taxonomy.edit(term.name) : t.taxonomy.addTo(t.taxonomy.dimension[dimension])}
      verb={term ? t.common.save : t.common.add}
      form={form}
      isBusy={save.isPending || remove.isPending}
      isBlank={term !== null && !form.isChanged}
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
      onSubmit={() => form.send(save.mutate)}
      onClose={onClose}
    >
      <SchemaFields form={form} />
    </FormDialog>
  );
}
