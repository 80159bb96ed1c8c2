import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { PersonField } from '../../people/PersonField.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { say } from '../../ui/Toasts.tsx';
import { useForm } from '../../ui/useForm.ts';
import type { Incident } from '../incident.ts';
import { useIncidentChange } from '../useIncidentChange.ts';

export type IncidentRole = keyof Incident['roles'];
type Holder = { id: string; name: string } | null;

interface AssignRoleProps {
  incident: Incident;
  role: IncidentRole;
  onClose(): void;
}

/** Gives a role to somebody, hands it over with a note for the next one, or lays it down. */
export function AssignRole({ incident, role, onClose }: AssignRoleProps) {
  const name = t.incidents.role[role] ?? role;
  const holder = incident.roles[role];
  const change = useIncidentChange(incident, { onRefused() {} });
  const form = useForm({ person: holder as Holder, note: '' }, change.error, {
    version: incident.version,
    words: { person: name },
  });
  const { person, note } = form.values;
  const assign = (next: Holder): void =>
    change.mutate(
      {
        ask: () =>
          api.incidents.assignRole.call(
            { id: incident.id, role, personId: next?.id ?? null, note },
            { context: { ifMatch: form.version } },
          ),
      },
      {
        onSuccess() {
          say(next ? t.incidentPeople.assigned(next.name, name) : t.incidentPeople.laidDown(name));
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={name}
      form={form}
      isBusy={change.isPending}
      isBlank={!person || person.id === holder?.id}
      onSubmit={() => assign(person)}
      onClose={onClose}
      aside={
        holder && (
          <Button isBusy={change.isPending} onClick={() => assign(null)}>
            {t.incidentPeople.layDown}
          </Button>
        )
      }
    >
      <PersonField
        label={t.incidentPeople.person}
        error={form.issue('/personId')}
        person={person}
        onChange={next => form.set('person', next)}
      />
      <TextArea label={t.incidentPeople.note} isOptional maxLength={2_000} {...form.text('note')} />
    </FormDialog>
  );
}
