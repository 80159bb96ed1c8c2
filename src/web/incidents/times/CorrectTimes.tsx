import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { TextField } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { fromLocalInput, toLocalInput } from '../../ui/localInput.ts';
import { useForm } from '../../ui/useForm.ts';
import { WallTimeField } from '../../ui/WallTimeField.tsx';
import type { Incident } from '../incident.ts';
import { useIncidentChange } from '../useIncidentChange.ts';

type TimeName = keyof Incident['times'];

/** Corrects times of an incident, with the reason that its history keeps. */
export function CorrectTimes({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const change = useIncidentChange(incident, { onRefused() {} });
  const names = Object.keys(incident.times) as TimeName[];
  const before = Object.fromEntries(names.map(name => [name, toLocalInput(incident.times[name])]));
  const form = useForm({ ...before, reason: '' } as Record<string, string>, change.error, {
    version: incident.version,
    words: t.incidents.time,
  });
  const changed = names.filter(name => form.values[name] !== before[name]);
  const save = (): void =>
    change.mutate(
      {
        ask: () =>
          api.incidents.correctTimes.call(
            {
              id: incident.id,
              reason: form.values.reason ?? '',
              times: Object.fromEntries(changed.map(name => [name, fromLocalInput(form.values[name] ?? '')])),
            },
            { context: { ifMatch: form.version } },
          ),
      },
      { onSuccess: onClose },
    );
  return (
    <FormDialog
      title={t.incidents.correct}
      form={form}
      isBusy={change.isPending}
      isBlank={changed.length === 0}
      onSubmit={save}
      onClose={onClose}
    >
      {names.map(name => (
        <WallTimeField
          key={name}
          label={t.incidents.time[name] ?? name}
          {...form.text(name)}
          error={form.issue(`/times/${name}`)}
        />
      ))}
      <TextField label={t.incidents.correctReason} required {...form.text('reason')} />
    </FormDialog>
  );
}
