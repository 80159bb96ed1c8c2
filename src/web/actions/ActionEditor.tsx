import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { checkVerification } from '../../core/lifecycle/verification.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
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
  const [base, setBase] = useState(action);
  return (
    <Editor
      key={base.version}
      base={base}
      action={action}
      onClose={onClose}
      onRebase={() => setBase(action)}
    />
  );
}

interface EditorProps extends ActionEditorProps {
  /** The action as it was when the fields were filled. */
  base: ActionDetail;
  onRebase(): void;
}

function Editor({ base, action, onClose, onRebase }: EditorProps) {
  const queryClient = useQueryClient();
  const [wasTried, setTried] = useState(false);
  const initial = valuesOf(base);
  // A step on its course leaves the fields alone: only other people's fields are in the way.
  const isOvertaken = JSON.stringify(valuesOf(action)) !== JSON.stringify(initial);
  const save = useMutation({
    mutationFn: () =>
      api.actions.edit.call(
        { id: action.id, ...changedFields(initial, form.values) },
        { context: { ifMatch: isOvertaken ? base.version : action.version } },
      ),
    onSuccess: async () => {
      say(t.common.saved);
      await queryClient.invalidateQueries({ queryKey: api.actions.key() });
      onClose();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: api.actions.key() }),
  });
  const form = useActionForm(initial, save.error);
  useEffect(() => {
    if (isOvertaken && !form.isChanged) onRebase();
  }, [isOvertaken, form.isChanged, onRebase]);
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
        <div className="mb-5 flex flex-col gap-5">
          <ActionStanding action={action} mayMove />
          {isOvertaken && form.isChanged && (
            <div
              role="alert"
              className="flex flex-col items-start gap-2 rounded border border-warn px-3 py-2"
            >
              <p>{t.actions.conflict}</p>
              <Button size="small" onClick={onRebase}>
                {t.actions.loadTheirs}
              </Button>
            </div>
          )}
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
