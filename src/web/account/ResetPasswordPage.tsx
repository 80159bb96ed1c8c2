import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import { LinkFormPage } from './LinkFormPage.tsx';
import { NewPasswordField } from './NewPasswordField.tsx';
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
  return (
    <LinkFormPage
      title={t.account.resetTitle}
      lead={t.account.resetLead}
      token={token}
      verb={t.account.setPassword}
      isBusy={reset.isPending}
      problem={form.general}
      onSubmit={() => reset.mutate(form.values)}
    >
      <NewPasswordField label={t.account.newPassword} {...form.text('password')} />
    </LinkFormPage>
  );
}
