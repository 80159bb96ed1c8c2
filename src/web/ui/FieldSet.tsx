import { type ReactNode, useId } from 'react';
import { t } from '../messages/index.ts';
import { cx } from './cx.ts';

interface FieldSetProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  isOptional?: boolean;
  className?: string;
  children: ReactNode;
}

/** Several controls that are one thing, with its name, its hint and its error. */
export function FieldSet({ label, hint, error, isOptional = false, className, children }: FieldSetProps) {
  const id = useId();
  return (
    <fieldset
      // Where the way leads that is shown to what is wrong.
      tabIndex={-1}
      data-problem={error && ''}
      aria-describedby={error || hint ? id : undefined}
      className={cx('min-w-0 rounded', className)}
    >
      <legend className="flex gap-2 text-sm font-medium">
        {label}
        {isOptional && <span className="font-normal text-muted">{t.common.optional}</span>}
      </legend>
      {(error || hint) && (
        <p
          id={id}
          className={cx('mt-0.5 text-sm', error ? 'text-error first-letter:uppercase' : 'text-muted')}
        >
          {error ?? hint}
        </p>
      )}
      <div className="mt-1.5">{children}</div>
    </fieldset>
  );
}
