import { t } from '../../messages/index.ts';
import { TextArea } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useForm } from '../../ui/useForm.ts';

interface ReasonDialogProps {
  title: string;
  /** What will be so afterwards. */
  text: string;
  /** What the button says: the verb. */
  verb: string;
  isDangerous?: boolean;
  isBusy: boolean;
  error: unknown;
  onConfirm(reason: string): void;
  onClose(): void;
}

/** Asks for a reason that goes on record before something is done. */
export function ReasonDialog({ text, error, onConfirm, ...dialog }: ReasonDialogProps) {
  const form = useForm({ reason: '' }, error);
  const reason = form.values.reason.trim();
  return (
    <FormDialog
      {...dialog}
      description={text}
      form={form}
      isBlank={reason === ''}
      onSubmit={() => onConfirm(reason)}
    >
      <TextArea
        label={t.evidence.reason}
        hint={t.evidence.reasonHint}
        required
        rows={3}
        dir="auto"
        {...form.text('reason')}
      />
    </FormDialog>
  );
}
