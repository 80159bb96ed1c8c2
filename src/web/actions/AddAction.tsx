import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkVerification } from '../../core/lifecycle/verification.ts';
import { api } from '../api.ts';
import { IncidentField } from '../incidents/fields/IncidentField.tsx';
import { t } from '../messages/index.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { Found } from '../ui/PickFound.tsx';
import { say } from '../ui/Toasts.tsx';
import { ActionFields } from './ActionFields.tsx';
import type { Action, Proposal } from './action.ts';
import { planOf, toFields, valuesOf } from './actionValues.ts';
import { useActionForm } from './useActionForm.ts';
import { usePostmortemOf } from './usePostmortemOf.ts';

export interface AddActionProps {
  /** The incident it belongs to, where that is known. */
  incident?: Found;
  /** What a draft proposes, to begin with. */
  proposal?: Proposal | undefined;
  onAdded(id: string): void;
  onClose(): void;
}

/** A new action, from scratch or from what a draft proposes. */
export function AddAction({ incident: given, proposal, onAdded, onClose }: AddActionProps) {
  const queryClient = useQueryClient();
  const [incident, setIncident] = useState(given ?? null);
  const [wasTried, setTried] = useState(false);
  const postmortemId = usePostmortemOf(incident?.id);
  const add = useMutation({
    mutationFn: (incidentId: string): Promise<Action> =>
      api.actions.add.call({ ...toFields(form.values), incidentId, postmortemId }),
    onSuccess: async ({ id, title }) => {
      say(t.actions.added(title));
      await queryClient.invalidateQueries({ queryKey: api.actions.key() });
      onAdded(id);
    },
  });
  const form = useActionForm(valuesOf(proposal ?? null), add.error);
  const submit = (): void => {
    setTried(true);
    const plan = planOf(form.values);
    const isWhole = plan === null || checkVerification(plan).length === 0;
    if (incident && isWhole) add.mutate(incident.id);
  };
  return (
    <FormDialog
      place="side"
      title={t.actions.add}
      verb={t.common.add}
      form={form}
      isBusy={add.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <ActionFields form={form} postmortemId={postmortemId} wasTried={wasTried}>
        {!given && (
          <IncidentField
            incident={incident}
            error={wasTried && !incident ? t.actions.field.incidentNeeded : form.issue('/incidentId')}
            onChange={setIncident}
          />
        )}
      </ActionFields>
    </FormDialog>
  );
}
