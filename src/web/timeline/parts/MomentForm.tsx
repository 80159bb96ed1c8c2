import { useMutation, useQueryClient } from '@tanstack/react-query';
import { instantText } from '../../../core/chart/instantText.ts';
import { zoneClock } from '../../../core/chart/zoneClock.ts';
import type { MomentKind } from '../../../core/document/bundle.ts';
import { MOMENT_KINDS, momentKind } from '../../../core/document/momentKinds.ts';
import { parseInstant, printInstant } from '../../../core/instant.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { parseWall } from '../../ui/parseWall.ts';
import { say } from '../../ui/Toasts.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useZone } from '../../ui/zone.ts';
import type { Moment } from '../model/timelineNotes.ts';
import { momentsKey } from '../useTimeline.ts';

/** What a new moment begins with. */
export interface MomentDraft {
  at: string;
  title: string;
  service: string;
  uncertaintyUs: number | null;
}

/** What is filled in, all of it text. */
type MomentValues = Record<'title' | 'at' | 'kind' | 'service' | 'detail', string>;

interface MomentFormProps {
  incidentId: string;
  /** What is edited; without it a moment is added from the draft. */
  moment: Moment | undefined;
  draft: MomentDraft;
  onClose(): void;
  onSaved(moment: Moment): void;
}

/** Adds a moment by hand, or edits one. */
export function MomentForm({ incidentId, moment, draft, onClose, onSaved }: MomentFormProps) {
  const clock = zoneClock(useZone());
  const queryClient = useQueryClient();
  const initial = moment ?? { ...draft, kind: 'other', detail: '' };
  const initialAt = instantText(parseInstant(initial.at), { clock, digits: 6, date: 'full' });
  const save = useMutation({
    mutationFn: ({ version, ...values }: MomentValues & { version: number }) => {
      const fields = { ...values, kind: values.kind as MomentKind };
      return moment
        ? api.moments.edit.call({ id: moment.id, ...fields }, { context: { ifMatch: version } })
        : api.moments.add.call({ incidentId, ...fields, uncertaintyUs: draft.uncertaintyUs });
    },
    onSuccess: async saved => {
      say(moment ? t.common.saved : t.timeline.added(saved.title));
      await queryClient.invalidateQueries({ queryKey: [momentsKey(incidentId)] });
      void queryClient.invalidateQueries({ queryKey: [['incidents', 'phases']] });
      onSaved(saved);
    },
  });
  const form = useForm(
    {
      title: initial.title,
      at: initialAt,
      kind: initial.kind,
      service: initial.service,
      detail: initial.detail,
    },
    save.error,
    moment && {
      version: moment.version,
      words: {
        ...t.timeline.form,
        kind: { label: t.timeline.form.kind, text: kind => momentKind(kind).label },
      },
    },
  );
  // What was not touched stays exact, whatever the field can show.
  const at = form.values.at === initialAt ? parseInstant(initial.at) : parseWall(form.values.at, clock);
  return (
    <FormDialog
      title={moment ? t.timeline.form.edit : t.timeline.form.add}
      verb={moment ? t.common.save : t.common.add}
      form={form}
      isBusy={save.isPending}
      onSubmit={() =>
        at !== undefined && save.mutate({ ...form.values, at: printInstant(at), version: form.version })
      }
      onClose={onClose}
    >
      <TextField
        label={t.timeline.form.title}
        hint={t.timeline.form.titleHint}
        required
        dir="auto"
        {...form.text('title')}
      />
      <TextField
        label={t.timeline.form.at}
        hint={t.timeline.form.atHint(clock.name)}
        required
        {...form.text('at')}
        error={at === undefined ? t.timeline.form.atWrong : form.text('at').error}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField label={t.timeline.form.kind} {...form.text('kind')}>
          {Object.entries(MOMENT_KINDS).map(([kind, { label }]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField label={t.timeline.form.service} isOptional dir="auto" {...form.text('service')} />
      </div>
      <TextArea label={t.timeline.form.detail} isOptional rows={4} dir="auto" {...form.text('detail')} />
    </FormDialog>
  );
}
