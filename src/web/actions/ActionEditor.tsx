import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkVerification } from '../../core/lifecycle/verification.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { say } from '../ui/Toasts.tsx';
import { ActionCourse } from './ActionCourse.tsx';
import { ActionFields } from './ActionFields.tsx';
import { ActionStanding } from './ActionStanding.tsx';
import type { ActionDetail } from './action.ts';
import { changedFields, planOf, valuesOf } from './actionValues.ts';
import { useActionForm } from './useActionForm.ts';

interface ActionEditorProps {
  action: ActionDetail;
  onClose(): void;
}

/** One action with its fields, its course, and what can be done next. */
export function ActionEditor({ action, onClose }: ActionEditorProps) {
  const queryClient = useQueryClient();
  const [wasTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      api.actions.edit.call(
        { id: action.id, ...changedFields(form.before, form.values) },
        { context: { ifMatch: form.version } },
      ),
    onSuccess: async () => {
      say(t.common.saved);
      await queryClient.invalidateQueries({ queryKey: api.actions.key() });
      onClose();
    },
  });
  const form = useActionForm(valuesOf(action), save.error, action.version);
  const submit = (): void => {
    setTried(true);
    const plan = planOf(form.values);
    if (plan === null || checkVerification(plan).length === 0) save.mutate();
  };
  return (
    <FormDialog
      place="side"
      title={action.title}
      form={form}
      isBusy={save.isPending}
      isBlank={!form.isChanged}
      above={
        <div className="mb-5">
          <ActionStanding action={action} mayMove />
        </div>
      }
      below={
        <div className="mt-5">
          <ActionCourse moves={action.moves} />
        </div>
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <ActionFields form={form} postmortemId={action.postmortemId} wasTried={wasTried} />
    </FormDialog>
  );
}
