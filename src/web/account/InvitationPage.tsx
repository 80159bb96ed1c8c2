import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signInWithPassword } from '../../client/browser/signIn.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { TextField } from '../ui/Field.tsx';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import { LinkFormPage } from './LinkFormPage.tsx';
import { NewPasswordField } from './NewPasswordField.tsx';
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
  return (
    <LinkFormPage
      title={t.account.invitationTitle}
      lead={t.account.invitationLead}
      token={token}
      verb={t.account.accept}
      isBusy={accept.isPending}
      problem={form.general}
      onSubmit={() => accept.mutate(form.values)}
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
      <NewPasswordField label={t.account.password} {...form.text('password')} />
    </LinkFormPage>
  );
}
