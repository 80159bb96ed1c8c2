import { type ComponentProps, type ReactNode, useId } from 'react';
import { t } from '../messages/index.ts';
import { cx } from './cx.ts';

const BOX =
  'w-full rounded border border-line bg-panel px-2.5 text-base text-text placeholder:text-muted hover:border-faint aria-invalid:border-error disabled:opacity-60';

interface FieldProps {
  label: string;
  /** What to know before filling it in. */
  hint?: ReactNode;
  /** What is wrong, and what to do. */
  error?: string | undefined;
  isOptional?: boolean;
  className?: string;
  children(props: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }): ReactNode;
}

/** A labelled control with its hint and its error. */
export function Field({ label, hint, error, isOptional = false, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint || error ? `${id}-hint` : undefined;
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="flex gap-2 text-sm font-medium">
        {label}
        {isOptional && <span className="font-normal text-muted">{t.common.optional}</span>}
      </label>
      {children({ id, 'aria-describedby': hintId, 'aria-invalid': error !== undefined })}
      {(error || hint) && (
        <p id={hintId} className={cx('text-sm', error ? 'text-error first-letter:uppercase' : 'text-muted')}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

type Named = Omit<FieldProps, 'children'>;

/** One line of text. */
export function TextField({
  label,
  hint,
  error,
  isOptional,
  className,
  ...input
}: Named & ComponentProps<'input'>) {
  return (
    <Field {...{ label, hint, error, isOptional: isOptional ?? false }} {...(className && { className })}>
      {field => <input autoComplete="off" {...input} {...field} className={cx(BOX, 'h-8')} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  isOptional,
  className,
  ...area
}: Named & ComponentProps<'textarea'>) {
  return (
    <Field {...{ label, hint, error, isOptional: isOptional ?? false }} {...(className && { className })}>
      {field => <textarea rows={4} {...area} {...field} className={cx(BOX, 'py-1.5')} />}
    </Field>
  );
}

/** One of a few choices: the browser's own list, which every keyboard and phone knows. */
export function SelectField({
  label,
  hint,
  error,
  isOptional,
  className,
  children,
  ...select
}: Named & ComponentProps<'select'>) {
  return (
    <Field {...{ label, hint, error, isOptional: isOptional ?? false }} {...(className && { className })}>
      {field => (
        <select {...select} {...field} className={cx(BOX, 'h-8 pr-7')}>
          {children}
        </select>
      )}
    </Field>
  );
}
