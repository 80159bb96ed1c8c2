import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextArea } from '../ui/Field.tsx';
import { useForm } from '../ui/useForm.ts';
import type { Incident } from './incident.ts';

type Decision = Awaited<ReturnType<typeof api.incidents.decision.call>>;

const KINDS = ['full', 'short', 'security', 'none'] as const;
const FORM = 'override';
const BLANK = { kind: 'full', note: '' };

/** Puts a person's decision in place of the checklist's, with the reason, or lets the checklist decide again. */
export function OverrideDecision({ incident, decision }: { incident: Incident; decision: Decision }) {
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const show = (changed: Decision): void => {
    queryClient.setQueryData(api.incidents.decision.queryKey({ input: { id: incident.id } }), changed);
    setOpen(false);
  };
  const override = useMutation({
    mutationFn: ({ kind, note }: typeof BLANK) =>
      api.incidents.overrideDecision.call({ id: incident.id, kind: kind as 'full', note }),
    onSuccess: show,
  });
  const withdraw = useMutation({
    mutationFn: () => api.incidents.withdrawOverride.call({ id: incident.id }),
    onSuccess: show,
  });
  const form = useForm(BLANK, override.error);
  return (
    <>
      <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
        {t.incidents.override}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t.incidents.override}
        footer={
          <>
            {decision.overridden && (
              <Button className="mr-auto" isBusy={withdraw.isPending} onClick={() => withdraw.mutate()}>
                {t.incidents.withdrawOverride}
              </Button>
            )}
            <Button kind="primary" type="submit" form={FORM} isBusy={override.isPending}>
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
            override.mutate(form.values);
          }}
        >
          <SelectField label={t.incidents.decision} {...form.text('kind')}>
            {KINDS.map(kind => (
              <option key={kind} value={kind}>
                {t.incidents.kind[kind]}
              </option>
            ))}
          </SelectField>
          <TextArea label={t.incidents.overrideNote} required {...form.text('note')} />
          {form.general && (
            <p role="alert" className="text-error">
              {form.general}
            </p>
          )}
        </form>
      </Dialog>
    </>
  );
}
