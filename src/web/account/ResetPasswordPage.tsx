import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormError } from '../ui/FormError.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import { Card } from './Card.tsx';
import { useLinkSecrets } from './useLinkSecrets.ts';

/** Sets a new password with the link from a mail or an administrator. */
export function ResetPasswordPage() {
  const navigate = useNavigate();
  const { token } = useLinkSecrets();
  const reset = useMutation({
    mutationFn: ({ password }: { password: string }) =>
      api.passwords.reset.call({ token: token ?? '', password }),
    onSuccess: async () => {
      say(t.account.resetDone);
      await navigate({ to: '/sign-in' });
    },
  });
  const form = useForm({ password: '' }, reset.error);
  const toSignIn = (
    <LinkButton to="/sign-in" kind="quiet" className="justify-center">
      {t.account.toSignIn}
    </LinkButton>
  );
  if (!token)
    return (
      <Card title={t.account.resetTitle} lead={t.account.linkBroken}>
        {toSignIn}
      </Card>
    );
  return (
    <Card title={t.account.resetTitle} lead={t.account.resetLead}>
      <form
        className="flex flex-col gap-3.5"
        onSubmit={event => {
          event.preventDefault();
          reset.mutate(form.values);
        }}
      >
        <TextField
          label={t.account.newPassword}
          type="password"
          autoComplete="new-password"
          hint={t.account.passwordHint}
          required
          autoFocus
          {...form.text('password')}
        />
        <FormError text={form.general} />
        <Button kind="primary" type="submit" className="justify-center" isBusy={reset.isPending}>
          {t.account.setPassword}
        </Button>
      </form>
      {toSignIn}
    </Card>
  );
}
