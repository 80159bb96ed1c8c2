import { t } from '../messages/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { MissingList } from './MissingList.tsx';
import type { Postmortem } from './postmortem.ts';
import { usePostmortemStep } from './usePostmortemStep.ts';

interface MissingPanelProps {
  postmortem: Postmortem;
  mayFinish: boolean;
  onClose(): void;
}

/** What a postmortem still lacks; whoever may, finishes it here, knowing that. */
export function MissingPanel({ postmortem, mayFinish, onClose }: MissingPanelProps) {
  const { form, step, isPending } = usePostmortemStep(postmortem, 'finish', onClose);
  const { completeness } = postmortem;
  if (!mayFinish)
    return (
      <Dialog isOpen onClose={onClose} title={t.postmortems.completeness(completeness)}>
        <MissingList postmortem={postmortem} />
      </Dialog>
    );
  return (
    <FormDialog
      title={t.postmortems.transition.finish}
      description={t.postmortems.stepText.finish}
      verb={completeness < 100 ? t.postmortems.finishAnyway : t.postmortems.transition.finish}
      form={form}
      isBusy={isPending}
      above={<MissingList postmortem={postmortem} />}
      onSubmit={step}
      onClose={onClose}
    >
      <TextArea
        label={t.postmortems.reason.finish}
        isOptional
        rows={2}
        maxLength={2_000}
        dir="auto"
        {...form.text('reason')}
      />
    </FormDialog>
  );
}
