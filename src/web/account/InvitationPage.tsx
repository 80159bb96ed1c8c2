import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signInWithPassword } from '../../client/browser/signIn.ts';
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

/** Makes the account of somebody who was invited, and signs them in. */
export function InvitationPage() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { token, email } = useLinkSecrets();
  const accept = useMutation({
    mutationFn: async (values: { name: string; password: string }) => {
      const account = await api.invitations.accept.call({ ...values, token: token ?? '' });
      await signInWithPassword(account.email, values.password);
    },
    onSuccess: async () => {
      queryClient.clear();
      say(t.account.welcome);
      await navigate({ to: '/' });
    },
  });
  const form = useForm({ name: '', password: '' }, accept.error);
  if (!token)
    return (
      <Card title={t.account.invitationTitle} lead={t.account.linkBroken}>
        <LinkButton to="/sign-in" className="justify-center">
          {t.account.toSignIn}
        </LinkButton>
      </Card>
    );
  return (
    <Card title={t.account.invitationTitle} lead={t.account.invitationLead}>
      <form
        className="flex flex-col gap-3.5"
        onSubmit={event => {
          event.preventDefault();
          accept.mutate(form.values);
        }}
      >
        <TextField
          label={t.account.email}
          type="email"
          autoComplete="username"
          readOnly
          value={email ?? ''}
          onChange={() => {}}
        />
        <TextField label={t.account.name} autoComplete="name" required autoFocus {...form.text('name')} />
        <TextField
          label={t.account.password}
          type="password"
          autoComplete="new-password"
          hint={t.account.passwordHint}
          required
          {...form.text('password')}
        />
        <FormError text={form.general} />
        <Button kind="primary" type="submit" className="justify-center" isBusy={accept.isPending}>
          {t.account.accept}
        </Button>
      </form>
    </Card>
  );
}
