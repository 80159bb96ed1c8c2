import { type ReactNode, useId } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { FormError } from './FormError.tsx';

interface FormDialogProps {
  title: string;
  /** What to know before filling it in. */
  description?: string;
  place?: 'middle' | 'side';
  /** What the button that sends it says. */
  verb?: string;
  isBusy: boolean;
  /** Nothing to send yet. */
  isBlank?: boolean;
  /** What is wrong as a whole; what is wrong with a field stands at the field. */
  error: string | undefined;
  /** Another thing to do, apart from sending and leaving. */
  aside?: ReactNode;
  onSubmit(): void;
  onClose(): void;
  children: ReactNode;
}

/** A form in a window of its own: fields, what is wrong, a way out, and the button that sends it. */
export function FormDialog({
  title,
  description,
  place = 'middle',
  verb = t.common.save,
  isBusy,
  isBlank = false,
  error,
  aside,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const id = useId();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      place={place}
      {...(description && { description })}
      footer={
        <>
          {aside && <div className="mr-auto">{aside}</div>}
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" type="submit" form={id} disabled={isBlank} isBusy={isBusy}>
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="flex flex-col gap-4"
        onSubmit={event => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <FormError text={error} />
      </form>
    </Dialog>
  );
}
