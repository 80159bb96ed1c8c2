import { NEEDS_REASON } from '../../core/lifecycle/postmortem.ts';
import { t } from '../messages/index.ts';
import { TextArea } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { Postmortem } from './postmortem.ts';
import { usePostmortemStep } from './usePostmortemStep.ts';

interface StepDialogProps {
  postmortem: Postmortem;
  transition: 'revise' | 'withdraw';
  onClose(): void;
}

/** Takes a postmortem back into work, or out of it; the reason stays in its course. */
export function StepDialog({ postmortem, transition, onClose }: StepDialogProps) {
  const { form, step, isPending } = usePostmortemStep(postmortem, transition, onClose);
  const isNeeded = NEEDS_REASON[transition];
  return (
    <FormDialog
      title={t.postmortems.transition[transition]}
      description={t.postmortems.stepText[transition]}
      verb={t.postmortems.transition[transition]}
      form={form}
      isBusy={isPending}
      isBlank={isNeeded && !form.values.reason.trim()}
      onSubmit={step}
      onClose={onClose}
    >
      <TextArea
        label={t.postmortems.reason[transition]}
        required={isNeeded}
        isOptional={!isNeeded}
        maxLength={2_000}
        dir="auto"
        {...form.text('reason')}
      />
    </FormDialog>
  );
}
