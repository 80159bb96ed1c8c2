import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CONFIDENCES, FINDING_KINDS, SUPPORTS } from '../../core/findings/finding.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextArea, TextField } from '../ui/Field.tsx';
import { useForm } from '../ui/useForm.ts';
import type { Finding } from './finding.ts';

const FORM = 'finding';

interface FindingFormProps {
  postmortemId: string;
  /** Null adds a new one. */
  finding: Finding | null;
  onClose(): void;
}

/** The fields of a finding. */
export function FindingForm({ postmortemId, finding, onClose }: FindingFormProps) {
  const queryClient = useQueryClient();
  const initial = {
    statement: finding?.statement ?? '',
    kind: (finding?.kind ?? 'cause') as string,
    support: (finding?.support ?? 'cited') as string,
    confidence: (finding?.confidence ?? '') as string,
    note: finding?.note ?? '',
    cites: finding?.cites.map(({ id }) => id).join(' ') ?? '',
  };
  const save = useMutation({
    mutationFn: (values: typeof initial) => {
      const known = new Map(finding?.cites.map(cite => [cite.id, cite]));
      const fields = {
        statement: values.statement,
        kind: values.kind as Finding['kind'],
        support: values.support as Finding['support'],
        confidence: (values.confidence || null) as Finding['confidence'],
        note: values.note,
        cites: values.cites
          .split(/[\s,]+/)
          .filter(Boolean)
          .map(id => known.get(id) ?? { kind: 'citation' as const, id }),
      };
      return finding
        ? api.findings.edit.call({ id: finding.id, ...fields }, { context: { ifMatch: finding.version } })
        : api.findings.add.call({ postmortemId, ...fields });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.findings.key() });
      onClose();
    },
  });
  const form = useForm(initial, save.error);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      place="side"
      title={finding ? t.common.edit : t.postmortems.finding.add}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" type="submit" form={FORM} isBusy={save.isPending}>
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
          save.mutate(form.values);
        }}
      >
        <TextArea label={t.postmortems.finding.statement} required rows={3} {...form.text('statement')} />
        <SelectField
          label={t.postmortems.finding.kind}
          hint={FINDING_KINDS.find(({ id }) => id === form.values.kind)?.description}
          {...form.text('kind')}
        >
          {FINDING_KINDS.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t.postmortems.finding.support}
          hint={SUPPORTS.find(({ id }) => id === form.values.support)?.description}
          {...form.text('support')}
        >
          {SUPPORTS.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t.postmortems.finding.cites}
          hint={t.postmortems.finding.citesHint}
          {...form.text('cites')}
        />
        <SelectField label={t.postmortems.finding.confidence} {...form.text('confidence')}>
          <option value="">{t.postmortems.finding.noConfidence}</option>
          {CONFIDENCES.map(confidence => (
            <option key={confidence} value={confidence}>
              {confidence}
            </option>
          ))}
        </SelectField>
        <TextArea label={t.postmortems.finding.note} isOptional {...form.text('note')} />
        {form.general && (
          <p role="alert" className="text-error">
            {form.general}
          </p>
        )}
      </form>
    </Dialog>
  );
}
