import { useRef } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

interface ConfirmDialogProps {
  title: string;
  /** What will be so afterwards. */
  text: string;
  /** What the button says: the verb. */
  verb: string;
  /** What the other button says. */
  cancel?: string;
  isBusy: boolean;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something that cannot be taken back; what can be, is offered with undo instead. */
export function ConfirmDialog({
  title,
  text,
  verb,
  cancel = t.common.cancel,
  isBusy,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const harmless = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      focusFirst={() => harmless.current}
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button ref={harmless} onClick={onClose}>
            {cancel}
          </Button>
          <Button kind="danger" isBusy={isBusy} onClick={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
