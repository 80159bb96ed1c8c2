import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonKind, buttonClass } from './Button.tsx';

interface AnchorProps extends ComponentProps<'a'> {
  kind?: ButtonKind;
  icon?: ReactNode;
}

function Anchor({ kind = 'plain', icon, children, className, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={buttonClass(kind, 'normal', className)}>
      {icon}
      {children}
    </a>
  );
}

/** A link that looks like a button: it goes somewhere, so it can be opened in another tab. */
export const LinkButton = createLink(Anchor);
