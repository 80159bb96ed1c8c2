import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextArea, TextField } from '../ui/Field.tsx';
import { PickMany } from '../ui/PickMany.tsx';
import { useForm } from '../ui/useForm.ts';
import type { Incident } from './incident.ts';
import { useIncidentChange } from './useIncidentChange.ts';

const FORM = 'incident';

/** A button that opens the fields of an incident. */
export function EditIncident({ incident }: { incident: Incident }) {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!me.may(CONTRIBUTORS)) return null;
  return (
    <>
      <Button
        kind="quiet"
        size="icon"
        aria-label={t.incidents.editTitle}
        icon={<Pencil size={14} />}
        onClick={() => setOpen(true)}
      />
      {isOpen && <Editor incident={incident} onClose={() => setOpen(false)} />}
    </>
  );
}

function Editor({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const change = useIncidentChange(incident);
  const services = useQuery(api.services.list.queryOptions({ input: { limit: 200 } }));
  const form = useForm(
    {
      title: incident.title,
      severity: incident.severity as string,
      summary: incident.summary,
      serviceIds: incident.services.map(({ id }) => id),
    },
    change.error,
  );
  const save = (): void => {
    const { severity, ...rest } = form.values;
    change.mutate(
      {
        ask: () =>
          api.incidents.edit.call(
            { id: incident.id, ...rest, severity: severity as Incident['severity'] },
            { context: { ifMatch: incident.version } },
          ),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      place="side"
      title={t.incidents.editTitle}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" type="submit" form={FORM} isBusy={change.isPending}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className="flex flex-col gap-4"
        onSubmit={event => {
          event.preventDefault();
          save();
        }}
      >
        <TextField label={t.incidents.field.title} required maxLength={300} {...form.text('title')} />
        <SelectField label={t.incidents.field.severity} {...form.text('severity')}>
          {Object.entries(t.incidents.severity).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <PickMany
          label={t.incidents.field.services}
          choices={services.data?.items ?? []}
          chosen={form.values.serviceIds}
          onChange={serviceIds => form.set('serviceIds', serviceIds)}
        />
        <TextArea label={t.incidents.field.summary} rows={14} {...form.text('summary')} />
        {form.general && (
          <p role="alert" className="text-error">
            {form.general}
          </p>
        )}
      </form>
    </Dialog>
  );
}
