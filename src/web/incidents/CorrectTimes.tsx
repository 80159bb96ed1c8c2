import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { fromLocalInput, toLocalInput } from '../ui/localInput.ts';
import { useForm } from '../ui/useForm.ts';
import type { Incident } from './incident.ts';
import { useIncidentChange } from './useIncidentChange.ts';

const FORM = 'times';
type TimeName = keyof Incident['times'];

/** Corrects times of an incident, with the reason that its history keeps. */
export function CorrectTimes({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const change = useIncidentChange(incident);
  const names = Object.keys(incident.times) as TimeName[];
  const before = Object.fromEntries(names.map(name => [name, toLocalInput(incident.times[name])]));
  const form = useForm({ ...before, reason: '' } as Record<string, string>, change.error);
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
            { context: { ifMatch: incident.version } },
          ),
      },
      { onSuccess: onClose },
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.incidents.correct}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form={FORM}
            disabled={changed.length === 0}
            isBusy={change.isPending}
          >
            {t.common.save}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className="flex flex-col gap-3"
        onSubmit={event => {
          event.preventDefault();
          save();
        }}
      >
        {names.map(name => (
          <TextField
            key={name}
            label={t.incidents.time[name] ?? name}
            type="datetime-local"
            step="0.001"
            {...form.text(name)}
          />
        ))}
        <TextField label={t.incidents.correctReason} required {...form.text('reason')} />
        {form.general && (
          <p role="alert" className="text-error">
            {form.general}
          </p>
        )}
      </form>
    </Dialog>
  );
}
