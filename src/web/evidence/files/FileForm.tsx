import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { OvertakenNote } from '../../ui/OvertakenNote.tsx';
import { say } from '../../ui/Toasts.tsx';
import { useForm } from '../../ui/useForm.ts';
import type { EvidenceItem } from '../evidence.ts';

/** Name and description of a file, to be changed. */
export function FileForm({ item }: { item: EvidenceItem }) {
  const queryClient = useQueryClient();
  const initial = { name: item.name, description: item.description };
  const save = useMutation({
    mutationFn: ({ version, ...values }: typeof initial & { version: number }) =>
      api.evidence.edit.call({ id: item.id, ...values }, { context: { ifMatch: version } }),
    onSuccess: changed => {
      say(t.common.saved);
      queryClient.setQueryData(api.evidence.get.queryKey({ input: { id: item.id } }), changed);
      return queryClient.invalidateQueries({ queryKey: api.evidence.key() });
    },
  });
  const form = useForm(initial, save.error, {
    version: item.version,
    words: t.evidence,
  });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={event => {
        event.preventDefault();
        save.mutate({ ...form.values, version: form.version });
      }}
    >
      <TextField label={t.evidence.name} required maxLength={1_000} {...form.text('name')} />
      <TextArea
        label={t.evidence.description}
        isOptional
        rows={3}
        maxLength={5_000}
        placeholder={t.evidence.descriptionHint}
        {...form.text('description')}
      />
      {!save.isPending && <OvertakenNote overtaken={form.overtaken} />}
      <FormError text={form.overtaken ? undefined : form.general} />
      {form.isChanged && !form.overtaken && (
        <Button type="submit" kind="primary" className="self-end" isBusy={save.isPending}>
          {t.common.save}
        </Button>
      )}
    </form>
  );
}
