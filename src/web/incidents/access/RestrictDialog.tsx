import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { TextArea } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { say } from '../../ui/Toasts.tsx';
import { useForm } from '../../ui/useForm.ts';
import type { Incident } from '../incident.ts';
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
export function RestrictDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const change = useIncidentChange(incident, { onRefused() {} });
  const form = useForm({ reason: '', isRestricted: incident.isRestricted }, change.error, {
    version: incident.version,
    words: {
      isRestricted: {
        label: words.title,
        text: isRestricted => (isRestricted ? t.incidents.restricted : words.open),
      },
    },
  });
  const { reason: why, isRestricted } = form.values;
  const operation = isRestricted ? 'unrestrict' : 'restrict';
  const { title, text, reason, verb, done } = CHANGES[operation];
  return (
    <FormDialog
      title={title}
      description={text}
      verb={verb}
      form={form}
      isBusy={change.isPending}
      isBlank={!why.trim()}
      onClose={onClose}
      onSubmit={() =>
        change.mutate(
          {
            ask: () =>
              api.incidents[operation].call(
                { id: incident.id, reason: why },
                { context: { ifMatch: form.version } },
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
