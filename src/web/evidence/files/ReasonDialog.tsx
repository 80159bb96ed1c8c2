import { useState } from 'react';
import { RefusedError } from '../../../client/refusedError.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';

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
export function ReasonDialog({
  title,
  text,
  verb,
  isDangerous = false,
  isBusy,
  error,
  onConfirm,
  onClose,
}: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      description={text}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button
            kind={isDangerous ? 'danger' : 'primary'}
            type="submit"
            form="reason"
            disabled={reason.trim() === ''}
            isBusy={isBusy}
          >
            {verb}
          </Button>
        </>
      }
    >
      <form
        id="reason"
        onSubmit={event => {
          event.preventDefault();
          onConfirm(reason.trim());
        }}
      >
        <TextArea
          label={t.evidence.reason}
          hint={t.evidence.reasonHint}
          error={error ? (error instanceof RefusedError ? error.message : t.common.offline) : undefined}
          required
          rows={3}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
