import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useForm } from '../../ui/useForm.ts';
import type { Incident } from '../incident.ts';
import { useIncidentChange } from '../useIncidentChange.ts';
import { TeamsField } from './TeamsField.tsx';
import type { PartTaken } from './teamParts.ts';

const teamsText = (teams: readonly PartTaken[]): string =>
  teams.map(({ name, part }) => t.incidentPeople.takesPart(name, t.incidents.part[part] ?? part)).join(', ');

/** Says which teams take part in an incident, and which of them owns it. */
export function EditTeams({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const change = useIncidentChange(incident, { onRefused() {} });
  const form = useForm({ teams: incident.teams }, change.error, {
    version: incident.version,
    words: { teams: { label: t.incidentPeople.teams, text: teamsText } },
  });
  const save = (): void =>
    change.mutate(
      {
        ask: () =>
          api.incidents.setTeams.call(
            {
              id: incident.id,
              teams: form.values.teams.map(({ id, part }) => ({ teamId: id, part })),
            },
            { context: { ifMatch: form.version } },
          ),
      },
      { onSuccess: onClose },
    );
  return (
    <FormDialog
      title={t.incidentPeople.teams}
      description={t.incidentPeople.teamsLead}
      form={form}
      isBusy={change.isPending}
      isBlank={!form.isChanged}
      onSubmit={save}
      onClose={onClose}
    >
      <TeamsField teams={form.values.teams} onChange={teams => form.set('teams', teams)} />
    </FormDialog>
  );
}
