import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useForm } from '../ui/useForm.ts';

const BLANK = { templateId: '', dueOn: '' };

/** Opens the postmortem of an incident from a template, filled from its draft. */
export function OpenPostmortem({ incidentId, onClose }: { incidentId: string; onClose(): void }) {
  const queryClient = useQueryClient();
  const templates = useQuery(api.templates.list.queryOptions({ input: {} }));
  const open = useMutation({
    mutationFn: ({ templateId, dueOn }: typeof BLANK) =>
      api.postmortems.open.call({ incidentId, ...(templateId && { templateId }), dueOn: dueOn || null }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.postmortems.key() });
      onClose();
    },
  });
  const form = useForm(BLANK, open.error);
  return (
    <FormDialog
      title={t.postmortems.open}
      description={t.postmortems.openLead}
      verb={t.postmortems.open}
      form={form}
      isBusy={open.isPending}
      onSubmit={() => open.mutate(form.values)}
      onClose={onClose}
    >
      <SelectField label={t.postmortems.template} {...form.text('templateId')}>
        <option value="">{t.postmortems.byDecision}</option>
        {templates.data?.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField label={t.postmortems.dueOn} type="date" isOptional {...form.text('dueOn')} />
    </FormDialog>
  );
}
