import type { ReactNode } from 'react';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { FormError } from '../ui/FormError.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Card } from './Card.tsx';

interface LinkFormPageProps {
  title: string;
  lead: string;
  /** What the link carries; without it the link is broken, and there is nothing to fill in. */
  token: string | undefined;
  /** What the button says: the verb. */
  verb: string;
  isBusy: boolean;
  /** What is wrong as a whole. */
  problem: string | undefined;
  /** The fields. */
  children: ReactNode;
  onSubmit(): void;
}

/** A page that a one-time link opens: a form, and the way to sign in. */
export function LinkFormPage({
  title,
  lead,
  token,
  verb,
  isBusy,
  problem,
  children,
  onSubmit,
}: LinkFormPageProps) {
  return (
    <Card title={title} lead={token ? lead : t.account.linkBroken}>
      {token && (
        <form
          className="flex flex-col gap-3.5"
          onSubmit={event => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {children}
          <FormError text={problem} />
          <Button kind="primary" type="submit" className="justify-center" isBusy={isBusy}>
            {verb}
          </Button>
        </form>
      )}
      <LinkButton to="/sign-in" kind={token ? 'quiet' : 'plain'} className="justify-center">
        {t.account.toSignIn}
      </LinkButton>
    </Card>
  );
}
