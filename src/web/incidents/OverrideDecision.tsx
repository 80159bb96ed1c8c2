import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextArea } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { sayError } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import type { Incident } from './incident.ts';

type Decision = Awaited<ReturnType<typeof api.incidents.decision.call>>;

const KINDS = ['full', 'short', 'security', 'none'] as const;
const BLANK = { kind: 'full', note: '' };

interface OverrideDecisionProps {
  incident: Incident;
  decision: Decision;
}

/** Puts a person's decision in place of the checklist's, with the reason, or lets the checklist decide again. */
export function OverrideDecision(props: OverrideDecisionProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
        {t.incidents.override}
      </Button>
      {isOpen && <Override {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function Override({ incident, decision, onClose }: OverrideDecisionProps & { onClose(): void }) {
  const queryClient = useQueryClient();
  const show = (changed: Decision): void => {
    queryClient.setQueryData(api.incidents.decision.queryKey({ input: { id: incident.id } }), changed);
    onClose();
  };
  const override = useMutation({
    mutationFn: ({ kind, note }: typeof BLANK) =>
      api.incidents.overrideDecision.call({ id: incident.id, kind: kind as 'full', note }),
    onSuccess: show,
  });
  const withdraw = useMutation({
    mutationFn: () => api.incidents.withdrawOverride.call({ id: incident.id }),
    onSuccess: show,
    onError: sayError,
  });
  const form = useForm(BLANK, override.error);
  return (
    <FormDialog
      title={t.incidents.override}
      form={form}
      isBusy={override.isPending || withdraw.isPending}
      isBlank={!form.values.note.trim()}
      aside={
        decision.overridden && (
          <Button onClick={() => withdraw.mutate()}>{t.incidents.withdrawOverride}</Button>
        )
      }
      onSubmit={() => override.mutate(form.values)}
      onClose={onClose}
    >
      <SelectField label={t.incidents.decision} {...form.text('kind')}>
        {KINDS.map(kind => (
          <option key={kind} value={kind}>
            {t.incidents.kind[kind]}
          </option>
        ))}
      </SelectField>
      <TextArea label={t.incidents.overrideNote} required dir="auto" {...form.text('note')} />
    </FormDialog>
  );
}
