import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { DIMENSIONS } from '../../core/taxonomy/taxonomy.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { LinkFields } from '../services/LinkFields.tsx';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextArea, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useForm } from '../ui/useForm.ts';
import { ServicesField } from './fields/ServicesField.tsx';
import { TermField } from './fields/TermField.tsx';
import { useTerms } from './fields/useTerms.ts';
import type { Incident } from './incident.ts';
import { toInput, valuesOf, wordsOf } from './incidentValues.ts';
import { useIncidentChange } from './useIncidentChange.ts';

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
  const { nameOf } = useTerms();
  const change = useIncidentChange(incident, { onRefused() {} });
  const form = useForm(valuesOf(incident), change.error, {
    version: incident.version,
    words: wordsOf(nameOf),
  });
  const save = (): void =>
    change.mutate(
      {
        ask: () =>
          api.incidents.edit.call(
            { id: incident.id, ...toInput(form.values) },
            { context: { ifMatch: form.version } },
          ),
      },
      { onSuccess: onClose },
    );
  return (
    <FormDialog
      title={t.incidents.editTitle}
      place="side"
      form={form}
      isBusy={change.isPending}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={t.incidents.field.title}
        required
        maxLength={300}
        dir="auto"
        {...form.text('title')}
      />
      <SelectField label={t.incidents.field.severity} {...form.text('severity')}>
        {Object.entries(t.incidents.severity).map(([severity, label]) => (
          <option key={severity} value={severity}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextArea label={t.incidents.field.summary} rows={10} dir="auto" {...form.text('summary')} />
      <ServicesField
        services={form.values.services}
        error={form.issue('/serviceIds')}
        onChange={services => form.set('services', services)}
      />
      {DIMENSIONS.map(dimension => (
        <TermField
          key={dimension}
          dimension={dimension}
          value={form.values[dimension]}
          error={form.issue(`/${dimension}`)}
          onChange={value => form.set(dimension, value)}
        />
      ))}
      <LinkFields
        links={form.values.links}
        issue={(index, field) => form.issue(`/links/${index}/${field}`)}
        onChange={links => form.set('links', links)}
      />
    </FormDialog>
  );
}
