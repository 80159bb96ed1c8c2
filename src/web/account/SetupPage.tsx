import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { signInWithPassword } from '../../client/browser/signIn.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormError } from '../ui/FormError.tsx';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import { Card } from './Card.tsx';
import { NewPasswordField } from './NewPasswordField.tsx';

const route = getRouteApi('/setup');
const BLANK = { token: '', name: '', email: '', password: '' };

/** Makes the first administrator; afterwards this page leads to the sign-in. */
export function SetupPage() {
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const { token } = route.useSearch();
  const { data: status } = useQuery(api.setup.status.queryOptions({ input: {} }));
  const complete = useMutation({
    mutationFn: async (values: typeof BLANK) => {
      await api.setup.complete.call(values);
      await signInWithPassword(values.email, values.password);
    },
    onSuccess: async () => {
      queryClient.clear();
      say(t.account.setupDone);
      await navigate({ to: '/' });
    },
  });
  const form = useForm({ ...BLANK, token: typeof token === 'string' ? token : '' }, complete.error);
  if (status && !status.isNeeded && !complete.isPending) return <Navigate to="/sign-in" />;
  return (
    <Card title={t.account.setupTitle} lead={t.account.setupLead}>
      <form
        className="flex flex-col gap-3.5"
        onSubmit={event => {
          event.preventDefault();
          complete.mutate(form.values);
        }}
      >
        <TextField label={t.account.setupToken} required {...form.text('token')} />
        <TextField label={t.account.name} autoComplete="name" required {...form.text('name')} />
        <TextField
          label={t.account.email}
          type="email"
          autoComplete="username"
          required
          {...form.text('email')}
        />
        <NewPasswordField label={t.account.password} {...form.text('password')} />
        <FormError text={form.general} />
        <Button kind="primary" type="submit" className="justify-center" isBusy={complete.isPending}>
          {t.account.create}
        </Button>
      </form>
    </Card>
  );
}
