import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

const KINDS = {
  // Where the system chooses the colours, text on an accent cannot be read: a heavy border tells it apart.
  primary:
    'bg-accent text-on-accent border-transparent hover:brightness-110 forced-colors:border-2 forced-colors:border-current forced-colors:bg-raised',
  plain: 'bg-panel text-text border-line hover:bg-sunken',
  quiet: 'bg-transparent text-muted border-transparent hover:bg-sunken hover:text-text',
  danger: 'bg-panel text-error border-line hover:border-error',
} as const;

const SIZES = {
  normal: 'h-8 px-3 text-base gap-2',
  small: 'h-7 px-2 text-sm gap-1.5',
  icon: 'h-8 w-8 justify-center',
} as const;

export type ButtonKind = keyof typeof KINDS;

/** The look of a button, for links that look like one. */
export const buttonClass = (kind: ButtonKind, size: keyof typeof SIZES, more?: string): string =>
  cx(
    'inline-flex select-none items-center whitespace-nowrap rounded border font-medium transition-colors disabled:opacity-50',
    KINDS[kind],
    SIZES[size],
    more,
  );

export interface ButtonProps extends ComponentProps<'button'> {
  kind?: ButtonKind;
  size?: keyof typeof SIZES;
  icon?: ReactNode;
  /** Work is under way: the button says so and cannot be pressed again. */
  isBusy?: boolean;
}

/** Something to press. An icon alone needs an `aria-label`. */
export function Button({
  kind = 'plain',
  size = 'normal',
  icon,
  isBusy = false,
  className,
  children,
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      className={buttonClass(kind, size, className)}
    >
      {icon}
      {children}
    </button>
  );
}
