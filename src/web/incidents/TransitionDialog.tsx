import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { TextArea } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { fromLocalInput } from '../ui/localInput.ts';
import { useForm } from '../ui/useForm.ts';
import { WallTimeField } from '../ui/WallTimeField.tsx';
import type { Incident } from './incident.ts';
import { LEADS_TO, type Transition } from './transition.ts';
import { useIncidentChange } from './useIncidentChange.ts';

interface TransitionDialogProps {
  incident: Incident;
  transition: Transition;
  onClose(): void;
}

/** A step of an incident that is said later than it was, or with a reason. */
export function TransitionDialog({ incident, transition, onClose }: TransitionDialogProps) {
  const change = useIncidentChange(incident, { onRefused() {} });
  const form = useForm({ at: '', reason: '' }, change.error, { version: incident.version });
  const { at, reason } = form.values;
  const isReopening = transition === 'reopen';
  const take = () => {
    const { id } = incident;
    const options = { context: { ifMatch: form.version } };
    if (isReopening) return api.incidents.reopen.call({ id, reason }, options);
    return api.incidents[transition].call(
      { id, reason, ...(at && { at: fromLocalInput(at) ?? '' }) },
      options,
    );
  };
  return (
    <FormDialog
      title={t.incidents.transition[transition] ?? transition}
      verb={t.incidents.transition[transition] ?? transition}
      form={form}
      isBusy={change.isPending}
      isBlank={isReopening && !reason.trim()}
      onSubmit={() =>
        change.mutate(
          { guess: { state: LEADS_TO[transition], canGo: [] }, ask: take },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      {!isReopening && (
        <WallTimeField
          label={t.incidents.happenedAt}
          hint={t.incidents.happenedAtHint}
          step={1}
          isOptional
          {...form.text('at')}
        />
      )}
      <TextArea
        label={isReopening ? t.incidents.reopenReason : t.incidents.stepReason}
        required={isReopening}
        isOptional={!isReopening}
        maxLength={2_000}
        {...form.text('reason')}
      />
    </FormDialog>
  );
}
