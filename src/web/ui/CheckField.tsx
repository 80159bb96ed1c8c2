import { type ReactNode, useId } from 'react';

interface CheckFieldProps {
  label: ReactNode;
  /** What it means to tick it. */
  text?: string;
  type?: 'checkbox' | 'radio';
  /** Which radio buttons belong together. */
  name?: string;
  isChecked: boolean;
  isDisabled?: boolean;
  onChange(isChecked: boolean): void;
}

/** Something that is so or not, with what it means; or one of several as radio buttons. */
export function CheckField({
  label,
  text,
  type = 'checkbox',
  name,
  isChecked,
  isDisabled = false,
  onChange,
}: CheckFieldProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5 py-1">
      <input
        id={id}
        type={type}
        name={name}
        checked={isChecked}
        disabled={isDisabled}
        aria-describedby={text ? `${id}-text` : undefined}
        className="mt-0.5 size-4 shrink-0 accent-accent"
        onChange={event => onChange(event.target.checked)}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block leading-5">
          {label}
        </label>
        {text && (
          <p id={`${id}-text`} className="text-sm text-muted">
            {text}
          </p>
        )}
      </div>
    </div>
  );
}
