import { type ReactNode, useId, useRef } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { FormError } from './FormError.tsx';
import { OvertakenNote } from './OvertakenNote.tsx';
import type { Overtaking } from './useForm.ts';
import { useLeaveGuard } from './useLeaveGuard.tsx';
import { useProblem } from './useProblem.ts';

interface FormDialogProps {
  title: string;
  description?: string;
  place?: 'middle' | 'side';
  /** What the button that sends the form says. */
  verb?: string;
  /** What `useForm` gave: whether something would be dropped, why it was not taken, and who was faster. */
  form: {
    isChanged: boolean;
    error: unknown;
    overtaken?: Overtaking | undefined;
    /** It says itself what is wrong; the browser need not. */
    isSelfChecked?: boolean;
  };
  isBusy: boolean;
  /** What is sent cannot be taken back. */
  isDangerous?: boolean;
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
  form: { isChanged, error, overtaken: others, isSelfChecked = false },
  isBusy,
  isDangerous = false,
  isBlank = false,
  aside,
  above,
  below,
  children,
  onSubmit,
  onClose,
}: FormDialogProps) {
  const id = useId();
  // While an answer is awaited, what is new may be what was just sent.
  const overtaken = isBusy ? undefined : others;
  const element = useRef<HTMLFormElement>(null);
  const refusal = useProblem(error, element);
  const problem = overtaken ? t.common.overtaken.above : refusal;
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
          <Button
            kind={isDangerous ? 'danger' : 'primary'}
            type="submit"
            form={id}
            isBusy={isBusy}
            disabled={isBlank || overtaken !== undefined}
          >
            {verb}
          </Button>
        </>
      }
    >
      {above}
      <OvertakenNote overtaken={overtaken} />
      <form
        ref={element}
        id={id}
        noValidate={isSelfChecked}
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
