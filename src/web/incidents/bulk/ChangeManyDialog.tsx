import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { refusedItems } from '../../ui/refusedItems.ts';
import { say } from '../../ui/Toasts.tsx';
import { useForm } from '../../ui/useForm.ts';
import type { Incident } from '../incident.ts';
import { BulkFields } from './BulkFields.tsx';
import { AS_IS, BLANK_BULK, type BulkValues, foresee, toChanges } from './bulkEdit.ts';
import { ChangePreview, type Foreseen } from './ChangePreview.tsx';
import { putBack } from './putBack.ts';

interface ChangeManyDialogProps {
  incidents: readonly Incident[];
  onChanged(): void;
  onTakeOut(ids: readonly string[]): void;
  onClose(): void;
}

/** Changes several incidents, all or none; shows before what will become of each, and after a refusal which and why. */
export function ChangeManyDialog({ incidents, onChanged, onTakeOut, onClose }: ChangeManyDialogProps) {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.incidents.key() });
  const save = useMutation({
    mutationFn: ({ values, chosen }: { values: BulkValues; chosen: readonly Incident[] }) =>
      api.incidents.editMany.call({
        items: chosen.map(({ id, version }) => ({ id, version })),
        ...toChanges(values),
      }),
    onSuccess: async ({ items }, { values, chosen }) => {
      // A step cannot be taken back: reopening is another step, and forgets times.
      const undo = () => void putBack(chosen, items).finally(refresh);
      say(t.incidentBulk.changed(items.length), values.transition === AS_IS ? { undo } : {});
      await refresh();
      onChanged();
    },
  });
  const form = useForm<BulkValues>(BLANK_BULK, save.error);
  const answers = new Map(
    refusedItems(save.error, save.variables?.chosen ?? []).map(({ item, message }) => [item.id, message]),
  );
  const foreseen = incidents.map((incident): Foreseen => {
    const { differences, refused } = foresee(incident, form.values);
    const refusal =
      refused &&
      t.incidentBulk.cannot(
        t.incidents.transition[refused] ?? refused,
        t.incidents.state[incident.state] ?? '',
      );
    return { incident, differences, refusal, answer: answers.get(incident.id) };
  });
  const idsOf = (some: readonly Foreseen[]) => some.map(({ incident }) => incident.id);
  const impossible = foreseen.filter(({ refusal }) => refusal);
  const refused = foreseen.filter(({ refusal, answer }) => refusal || answer);
  const chosen = foreseen
    .filter(({ differences, refusal }) => differences.length > 0 && !refusal)
    .map(({ incident }) => incident);
  return (
    <FormDialog
      place="side"
      title={t.incidentBulk.title(incidents.length)}
      description={t.selection.allOrNone}
      form={form}
      isBusy={save.isPending}
      isBlank={chosen.length === 0 || impossible.length > 0}
      onSubmit={() => save.mutate({ values: form.values, chosen })}
      onClose={onClose}
    >
      <BulkFields incidents={incidents} form={form} />
      <section aria-label={t.incidentBulk.preview} className="flex flex-col gap-2">
        <h3 className="font-semibold">{t.incidentBulk.preview}</h3>
        {form.isChanged ? (
          <>
            <p role="status" className="text-sm text-muted">
              {t.incidentBulk.summary(
                chosen.length,
                foreseen.length - chosen.length - impossible.length,
                impossible.length,
              )}
            </p>
            {refused.length > 0 && (
              <Button
                className="self-start"
                onClick={() => {
                  save.reset();
                  onTakeOut(idsOf(refused));
                }}
              >
                {t.selection.takeOut}
              </Button>
            )}
            <ChangePreview foreseen={foreseen} />
          </>
        ) : (
          <p className="text-sm text-muted">{t.incidentBulk.blank}</p>
        )}
      </section>
    </FormDialog>
  );
}
