import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { SEVERITIES } from '../../core/taxonomy/severities.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextArea, TextField } from '../ui/Field.tsx';
import { PickMany } from '../ui/PickMany.tsx';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';

const FORM = 'declare';
const BLANK = { title: '', severity: 'sev2', serviceIds: [] as string[], startedAt: '', summary: '' };

/** Declares an incident and goes to it. */
export function DeclareDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  return isOpen ? <Declaration onClose={onClose} /> : null;
}

function Declaration({ onClose }: { onClose(): void }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const services = useQuery(api.services.list.queryOptions({ input: { limit: 200 } }));
  const declare = useMutation({
    mutationFn: ({ startedAt, ...rest }: typeof BLANK) =>
      api.incidents.declare.call({
        ...rest,
        severity: rest.severity as 'sev1',
        times: startedAt ? { startedAt: new Date(startedAt).toISOString() } : {},
      }),
    onSuccess: async ({ number }) => {
      say(t.incidents.declared(number));
      await queryClient.invalidateQueries({ queryKey: api.incidents.key() });
      await navigate({ to: '/incidents/$id', params: { id: number } });
    },
  });
  const form = useForm(BLANK, declare.error);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.incidents.declare}
      description={t.incidents.declareLead}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" type="submit" form={FORM} isBusy={declare.isPending}>
            {t.incidents.declare}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className="flex flex-col gap-4"
        onSubmit={event => {
          event.preventDefault();
          declare.mutate(form.values);
        }}
      >
        <TextField
          label={t.incidents.field.title}
          hint={t.incidents.field.titleHint}
          required
          maxLength={300}
          autoFocus
          {...form.text('title')}
        />
        <SelectField
          label={t.incidents.field.severity}
          hint={SEVERITIES.find(({ id }) => id === form.values.severity)?.description}
          {...form.text('severity')}
        >
          {SEVERITIES.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <PickMany
          label={t.incidents.field.services}
          choices={services.data?.items ?? []}
          chosen={form.values.serviceIds}
          onChange={serviceIds => form.set('serviceIds', serviceIds)}
        />
        <TextField
          label={t.incidents.field.startedAt}
          hint={t.incidents.field.startedAtHint}
          type="datetime-local"
          step={1}
          isOptional
          {...form.text('startedAt')}
        />
        <TextArea label={t.incidents.field.summary} isOptional {...form.text('summary')} />
        {form.general && (
          <p role="alert" className="text-error">
            {form.general}
          </p>
        )}
      </form>
    </Dialog>
  );
}
