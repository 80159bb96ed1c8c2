import { type ReactNode, useRef } from 'react';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FormError } from '../ui/FormError.tsx';
import { OvertakenNote } from '../ui/OvertakenNote.tsx';
import { useLeaveGuard } from '../ui/useLeaveGuard.tsx';
import { useProblem } from '../ui/useProblem.ts';
import type { Control, InputAttributes } from './control.ts';
import { SchemaFields } from './SchemaFields.tsx';
import type { Sent } from './sent.ts';
import type { SchemaFormState } from './useSchemaForm.ts';

interface SchemaFormProps<Input> {
  form: SchemaFormState<Input>;
  /** What the button that sends the form says. */
  verb: string;
  isBusy: boolean;
  /** The form is longer than a screen: its button stays in view. */
  isLong?: boolean;
  as?: Readonly<Record<string, Control>>;
  attributes?: Readonly<Record<string, InputAttributes>>;
  /** What stands between the fields and the button. */
  children?: ReactNode;
  onSend(sent: Sent<Input>): void;
}

/** A form that is a part of a page: what was written is never dropped unasked. */
export function SchemaForm<Input>({
  form,
  verb,
  isBusy,
  isLong = false,
  as,
  attributes,
  children,
  onSend,
}: SchemaFormProps<Input>) {
  const element = useRef<HTMLFormElement>(null);
  // While an answer is awaited, what is new may be what was just sent.
  const overtaken = isBusy ? undefined : form.overtaken;
  const problem = useProblem(form.error, element);
  // Secrets are filled in by password keepers, unasked, and are typed anew anyway.
  const holdsSecrets = Object.values(form.shape.properties ?? {}).some(({ writeOnly }) => writeOnly);
  const guard = useLeaveGuard(form.isChanged && !isBusy && !holdsSecrets);
  return (
    <form
      ref={element}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={event => {
        event.preventDefault();
        form.send(onSend);
      }}
    >
      <OvertakenNote overtaken={overtaken} />
      <SchemaFields form={form} {...(as && { as })} {...(attributes && { attributes })} />
      {children}
      <footer
        className={cx(
          'flex flex-wrap items-center gap-3',
          isLong && 'sticky bottom-0 z-10 border-t border-line bg-paper py-3',
        )}
      >
        <Button
          kind="primary"
          type="submit"
          isBusy={isBusy}
          disabled={!form.isChanged || overtaken !== undefined}
        >
          {verb}
        </Button>
        {isLong && form.isChanged && <span className="text-sm text-muted">{t.forms.unsaved}</span>}
        <FormError text={overtaken ? undefined : problem} />
      </footer>
      {guard.question}
    </form>
  );
}
