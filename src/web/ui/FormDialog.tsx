import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { FormError } from './FormError.tsx';
import { everythingOf, problemOf } from './problemOf.ts';
import { useLeaveGuard } from './useLeaveGuard.tsx';

interface FormDialogProps {
  title: string;
  description?: string;
  place?: 'middle' | 'side';
  /** What the button that sends the form says. */
  verb?: string;
  /** What `useForm` gave: whether something would be dropped, and why it was not taken. */
  form: { isChanged: boolean; error: unknown };
  isBusy: boolean;
  /** There is nothing to send yet. */
  isBlank?: boolean;
  /** Other things to do than to send the form: on the far side of the footer. */
  aside?: ReactNode;
  /** What stands before and behind the form and is not a part of it. */
  above?: ReactNode;
  below?: ReactNode;
  /** The fields. */
  children: ReactNode;
  onSubmit(): void;
  onClose(): void;
}

/** A window with a form: what is wrong stands over the buttons, and what was written is never dropped unasked. */
export function FormDialog({
  title,
  description,
  place = 'middle',
  verb = t.common.save,
  form: { isChanged, error },
  isBusy,
  isBlank = false,
  aside,
  above,
  below,
  children,
  onSubmit,
  onClose,
}: FormDialogProps) {
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const problem = useProblem(error, element);
  const guard = useLeaveGuard(isChanged && !isBusy);
  const close = (): void => guard.leave(onClose);
  return (
    <Dialog
      isOpen
      onClose={close}
      title={title}
      place={place}
      focusFirst={() => (above ? null : firstToFill(element.current))}
      {...(description && { description })}
      footer={
        <>
          {problem && (
            <div className="basis-full">
              <FormError text={problem} />
            </div>
          )}
          {aside && <div className="mr-auto flex flex-wrap gap-2">{aside}</div>}
          <Button onClick={close}>{t.common.cancel}</Button>
          <Button kind="primary" type="submit" form={id} isBusy={isBusy} disabled={isBlank}>
            {verb}
          </Button>
        </>
      }
    >
      {above}
      <form
        ref={element}
        id={id}
        className="flex flex-col gap-4"
        onSubmit={event => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
      {below}
      {guard.question}
    </Dialog>
  );
}

/** The first field, if it waits to be filled in: what has a value is read before it is changed. */
function firstToFill(form: HTMLFormElement | null): HTMLElement | null {
  const first = form?.querySelector<HTMLInputElement>('input, textarea, select');
  return first?.value === '' && first.type !== 'search' ? first : null;
}

/** What shows what is wrong by itself: a field, or a part of the form that says so. */
const SHOWN = '[aria-invalid="true"], [data-problem]';

/** Leads to the first field that is wrong; where nothing in the form shows what is wrong, it is said as a whole. */
function useProblem(error: unknown, form: RefObject<HTMLFormElement | null>): string | undefined {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const wrong = error ? form.current?.querySelector<HTMLElement>(SHOWN) : undefined;
    wrong?.focus();
    setShown(Boolean(wrong));
  }, [error, form]);
  return isShown ? problemOf(error) : everythingOf(error);
}
