import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { signInWithPassword } from '../../client/browser/signIn.ts';
import { RefusedError } from '../../client/refusedError.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { say } from '../ui/Toasts.tsx';
import { Card } from './Card.tsx';

const route = getRouteApi('/setup');

/** Makes the first administrator; afterwards this page leads to the sign-in. */
export function SetupPage() {
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const given = route.useSearch().token;
  const { data: status } = useQuery(api.setup.status.queryOptions({ input: {} }));
  const [form, setForm] = useState({
    token: typeof given === 'string' ? given : '',
    name: '',
    email: '',
    password: '',
  });
  const complete = useMutation({
    mutationFn: async () => {
      await api.setup.complete.call(form);
      await signInWithPassword(form.email, form.password);
    },
    onSuccess: async () => {
      queryClient.clear();
      say(t.account.setupDone);
      await navigate({ to: '/' });
    },
  });
  if (status && !status.isNeeded && !complete.isPending) return <Navigate to="/sign-in" />;

  const issues = complete.error instanceof RefusedError ? (complete.error.problem.issues ?? []) : [];
  const field = (name: keyof typeof form) => ({
    value: form[name],
    required: true,
    error: issues.find(({ path }) => path === `/${name}`)?.message,
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    complete.mutate();
  };
  return (
    <Card title={t.account.setupTitle} lead={t.account.setupLead}>
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <TextField label={t.account.setupToken} {...field('token')} />
        <TextField label={t.account.name} autoComplete="name" {...field('name')} />
        <TextField label={t.account.email} type="email" autoComplete="username" {...field('email')} />
        <TextField
          label={t.account.password}
          type="password"
          autoComplete="new-password"
          hint={t.account.passwordHint}
          {...field('password')}
        />
        {complete.error && issues.length === 0 && (
          <p role="alert" className="text-error">
            {complete.error instanceof RefusedError ? complete.error.message : t.common.failed}
          </p>
        )}
        <Button kind="primary" type="submit" className="justify-center" isBusy={complete.isPending}>
          {t.account.create}
        </Button>
      </form>
    </Card>
  );
}
