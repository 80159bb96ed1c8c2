import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  CONFIDENCES,
  type Confidence,
  FINDING_KINDS,
  type FindingKind,
} from '../../core/findings/finding.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextArea } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import type { Suspect } from './suspect.ts';

export type Verdict = 'accept' | 'dispute';

/** A finding takes this many pieces of evidence. */
const MOST_CITES = 100;

interface AddFindingProps {
  incidentId: string;
  suspect: Suspect;
  verdict: Verdict;
  onClose(): void;
}

/** Makes a finding of a suspect, with its evidence: a person's judgement, in the postmortem. */
export function AddFinding({ incidentId, suspect, verdict, onClose }: AddFindingProps) {
  const list = useQuery(api.postmortems.list.queryOptions({ input: { incidentId, limit: 10 } }));
  const postmortem = list.data?.items.find(({ state }) => state === 'draft');
  if (postmortem)
    return <Form postmortemId={postmortem.id} suspect={suspect} verdict={verdict} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={t.suspects.verdict[verdict]}>
      {list.isPending ? (
        <SkeletonRows count={3} />
      ) : (
        <div className="flex flex-col items-start gap-3">
          <p>{t.suspects.noPostmortem}</p>
          <Link
            to="/incidents/$id/postmortem"
            params={{ id: incidentId }}
            className="text-accent underline underline-offset-2"
          >
            {t.suspects.toPostmortem}
          </Link>
        </div>
      )}
    </Dialog>
  );
}

interface FormProps extends Omit<AddFindingProps, 'incidentId'> {
  postmortemId: string;
}

function Form({ postmortemId, suspect, verdict, onClose }: FormProps) {
  const queryClient = useQueryClient();
  const initial = {
    statement: suspect.reason,
    kind: 'cause' as string,
    confidence: '',
    note: '',
  };
  const save = useMutation({
    mutationFn: ({ statement, kind, confidence, note }: typeof initial) =>
      api.findings.add.call({
        postmortemId,
        statement,
        note,
        kind: kind as FindingKind,
        confidence: (confidence || null) as Confidence | null,
        support: verdict === 'accept' ? 'cited' : 'disputed',
        cites: suspect.cites.slice(0, MOST_CITES).map(id => ({ kind: 'citation' as const, id })),
      }),
    onSuccess: async () => {
      say(t.suspects.added);
      await queryClient.invalidateQueries({ queryKey: api.findings.key() });
      onClose();
    },
  });
  const form = useForm(initial, save.error);
  return (
    <FormDialog
      title={t.suspects.verdict[verdict]}
      description={t.suspects.verdictText[verdict]}
      verb={t.common.add}
      form={form}
      isBusy={save.isPending}
      onSubmit={() => save.mutate(form.values)}
      onClose={onClose}
    >
      <TextArea label={t.postmortems.finding.statement} required rows={4} {...form.text('statement')} />
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
      <SelectField label={t.postmortems.finding.confidence} {...form.text('confidence')}>
        <option value="">{t.postmortems.finding.noConfidence}</option>
        {CONFIDENCES.map(confidence => (
          <option key={confidence} value={confidence}>
            {confidence}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={t.postmortems.finding.note}
        required={verdict === 'dispute'}
        isOptional={verdict === 'accept'}
        {...form.text('note')}
      />
      <p className="text-sm text-muted">{t.suspects.cites(suspect.cites)}</p>
    </FormDialog>
  );
}
