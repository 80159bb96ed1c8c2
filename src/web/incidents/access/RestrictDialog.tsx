import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { TextArea } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { say } from '../../ui/Toasts.tsx';
import { useForm } from '../../ui/useForm.ts';
import type { Incident } from '../incident.ts';
import { useAsOpened } from '../useAsOpened.ts';
import { useIncidentChange } from '../useIncidentChange.ts';

const words = t.restriction;

/** What is asked before an incident is hidden, and before it is shown again. */
const CHANGES = {
  restrict: {
    title: words.restrictTitle,
    text: words.restrictText,
    reason: words.restrictReason,
    verb: words.restrict,
    done: words.restricted,
  },
  unrestrict: {
    title: words.lift,
    text: words.liftText,
    reason: words.liftReason,
    verb: words.lift,
    done: words.lifted,
  },
} as const;

/** Restricts an incident, or lifts its restriction, with the reason that stays on record. */
export function RestrictDialog({ incident: current, onClose }: { incident: Incident; onClose(): void }) {
  const incident = useAsOpened(current);
  const change = useIncidentChange(current, { onRefused() {} });
  const form = useForm({ reason: '' }, change.error);
  const operation = incident.isRestricted ? 'unrestrict' : 'restrict';
  const { title, text, reason, verb, done } = CHANGES[operation];
  return (
    <FormDialog
      title={title}
      description={text}
      verb={verb}
      form={form}
      isBusy={change.isPending}
      isBlank={!form.values.reason.trim()}
      onClose={onClose}
      onSubmit={() =>
        change.mutate(
          {
            ask: () =>
              api.incidents[operation].call(
                { id: incident.id, ...form.values },
                { context: { ifMatch: incident.version } },
              ),
          },
          {
            onSuccess() {
              say(done(incident.number));
              onClose();
            },
          },
        )
      }
    >
      <TextArea label={reason} required maxLength={2_000} autoFocus {...form.text('reason')} />
    </FormDialog>
  );
}
