import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CONFIDENCES, FINDING_KINDS, SUPPORTS } from '../../core/findings/finding.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { SelectField, TextArea } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { type Edited, useForm } from '../ui/useForm.ts';
import { CitesField } from './CitesField.tsx';
import type { Finding } from './finding.ts';
import type { Postmortem } from './postmortem.ts';

type Fields = Pick<Finding, 'statement' | 'kind' | 'support' | 'note' | 'cites'> & {
  confidence: NonNullable<Finding['confidence']> | '';
};

const BLANK: Fields = {
  statement: '',
  kind: 'cause',
  support: 'cited',
  confidence: '',
  note: '',
  cites: [],
};

const { finding: words } = t.postmortems;
const nameIn = (list: readonly { id: string; name: string }[], id: string): string =>
  list.find(entry => entry.id === id)?.name ?? id;

/** How the fields and their values read. */
const WORDS: Edited<Fields>['words'] = {
  statement: words.statement,
  kind: { label: words.kind, text: id => nameIn(FINDING_KINDS, id) },
  support: { label: words.support, text: id => nameIn(SUPPORTS, id) },
  confidence: { label: words.confidence, text: id => id && words.confidences[id] },
  note: words.note,
  cites: words.cites,
};

interface FindingFormProps {
  postmortem: Postmortem;
  /** Null adds a new one. */
  finding: Finding | null;
  onClose(): void;
}

/** The fields of a finding. */
export function FindingForm({ postmortem, finding, onClose }: FindingFormProps) {
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: ({ confidence, version, ...rest }: Fields & { version: number }) => {
      const fields = { ...rest, confidence: confidence || null };
      return finding
        ? api.findings.edit.call({ id: finding.id, ...fields }, { context: { ifMatch: version } })
        : api.findings.add.call({ postmortemId: postmortem.id, ...fields });
    },
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: api.findings.key() }),
        // How complete the postmortem is follows from its findings too.
        queryClient.invalidateQueries({ queryKey: api.postmortems.key() }),
      ]);
      onClose();
    },
  });
  const form = useForm<Fields & Record<string, unknown>>(
    finding ? { ...fieldsOf(finding) } : { ...BLANK },
    save.error,
    finding ? { version: finding.version, words: WORDS } : undefined,
  );
  const { kind, support, cites } = form.values;
  return (
    <FormDialog
      title={finding ? t.postmortems.finding.edit : t.postmortems.finding.add}
      place="side"
      verb={finding ? t.common.save : t.common.add}
      form={form}
      isBusy={save.isPending}
      onSubmit={() => save.mutate({ ...form.values, version: form.version })}
      onClose={onClose}
    >
      <TextArea
        label={t.postmortems.finding.statement}
        required
        rows={3}
        maxLength={2_000}
        dir="auto"
        {...form.text('statement')}
      />
      <SelectField
        label={t.postmortems.finding.kind}
        hint={FINDING_KINDS.find(({ id }) => id === kind)?.description}
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
        hint={SUPPORTS.find(({ id }) => id === support)?.description}
        {...form.text('support')}
      >
        {SUPPORTS.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <CitesField
        postmortem={postmortem}
        cites={cites}
        error={form.issue('/cites')}
        onChange={next => form.set('cites', next)}
      />
      <SelectField label={t.postmortems.finding.confidence} {...form.text('confidence')}>
        <option value="">{t.postmortems.finding.noConfidence}</option>
        {CONFIDENCES.map(confidence => (
          <option key={confidence} value={confidence}>
            {t.postmortems.finding.confidences[confidence]}
          </option>
        ))}
      </SelectField>
      <TextArea label={t.postmortems.finding.note} isOptional dir="auto" {...form.text('note')} />
    </FormDialog>
  );
}

const fieldsOf = ({ statement, kind, support, confidence, note, cites }: Finding): Fields => ({
  statement,
  kind,
  support,
  confidence: confidence ?? '',
  note,
  cites,
});
