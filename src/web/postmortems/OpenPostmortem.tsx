import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { IncidentField } from '../incidents/fields/IncidentField.tsx';
import { t } from '../messages/index.ts';
import { SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { Found } from '../ui/PickFound.tsx';
import { useForm } from '../ui/useForm.ts';

interface OpenPostmortemProps {
  /** The incident it is about; without it, it is asked for. */
  incidentId?: string;
  onOpened(id: string): void;
  onClose(): void;
}

const BLANK = { incident: null as Found | null, templateId: '', dueOn: '' };

/** Opens the postmortem of an incident from a template, filled from its draft. */
export function OpenPostmortem({ incidentId, onOpened, onClose }: OpenPostmortemProps) {
  const queryClient = useQueryClient();
  const templates = useQuery(api.templates.list.queryOptions({ input: {} }));
  const open = useMutation({
    mutationFn: ({ incident, templateId, dueOn }: typeof BLANK) =>
      api.postmortems.open.call({
        incidentId: incidentId ?? incident?.id ?? '',
        ...(templateId && { templateId }),
        dueOn: dueOn || null,
      }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: api.postmortems.key() });
      onOpened(id);
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
      isBlank={!incidentId && !form.values.incident}
      onSubmit={() => open.mutate(form.values)}
      onClose={onClose}
    >
      {!incidentId && (
        <IncidentField
          incident={form.values.incident}
          error={form.issue('/incidentId')}
          onChange={incident => form.set('incident', incident)}
        />
      )}
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
