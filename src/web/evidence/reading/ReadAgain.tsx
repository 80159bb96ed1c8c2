import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { fromLocalInput, toLocalInput } from '../../ui/localInput.ts';
import { say } from '../../ui/Toasts.tsx';
import { useForm } from '../../ui/useForm.ts';
import { WallTimeField } from '../../ui/WallTimeField.tsx';
import type { Reading } from '../evidence.ts';

const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

interface ReadAgainProps {
  incidentId: string;
  /** Whose options are begun with. */
  before: Reading | undefined;
}

/** Reads all evidence again, if wished as of another zone or with another window. */
export function ReadAgain({ incidentId, before }: ReadAgainProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<RotateCw size={15} aria-hidden />} onClick={() => setOpen(true)}>
        {t.evidence.readAgain}
      </Button>
      {isOpen && <Form incidentId={incidentId} before={before} onClose={() => setOpen(false)} />}
    </>
  );
}

function Form({ incidentId, before, onClose }: ReadAgainProps & { onClose(): void }) {
  const queryClient = useQueryClient();
  const initial = {
    zone: before?.options.zone ?? '',
    from: toLocalInput(before?.options.from ?? null),
    to: toLocalInput(before?.options.to ?? null),
  };
  const start = useMutation({
    mutationFn: ({ zone, from, to }: typeof initial) =>
      api.readings.start.call({
        incidentId,
        zone: zone.trim() || null,
        from: fromLocalInput(from),
        to: fromLocalInput(to),
      }),
    onSuccess: async () => {
      say(t.evidence.readingStarted);
      await queryClient.invalidateQueries({ queryKey: api.readings.key() });
      onClose();
    },
  });
  const form = useForm(initial, start.error);
  return (
    <FormDialog
      title={t.evidence.readAgain}
      description={t.evidence.readAgainText}
      verb={t.evidence.readAgain}
      form={form}
      isBusy={start.isPending}
      onSubmit={() => start.mutate(form.values)}
      onClose={onClose}
    >
      <TextField
        label={t.evidence.zone}
        hint={t.evidence.zoneHint}
        placeholder={t.evidence.zoneFound}
        list="zones"
        isOptional
        {...form.text('zone')}
      />
      <datalist id="zones">
        {ZONES.map(zone => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div className="grid gap-4 sm:grid-cols-2">
        <WallTimeField label={t.evidence.windowFrom} isOptional {...form.text('from')} />
        <WallTimeField label={t.evidence.windowTo} isOptional {...form.text('to')} />
      </div>
      <p className="text-sm text-muted">{t.evidence.windowHint}</p>
    </FormDialog>
  );
}
