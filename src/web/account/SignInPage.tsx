import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { signInWithPasskey, signInWithPassword, singleSignOnUrl } from '../../client/browser/signIn.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormError } from '../ui/FormError.tsx';
import { problemOf } from '../ui/problemOf.ts';
import { say, sayError } from '../ui/Toasts.tsx';
import { Card } from './Card.tsx';
import { passkeyProblem } from './passkeyProblem.ts';

const route = getRouteApi('/sign-in');

/** The demonstration opens this page with its account filled in; a fragment never leaves the browser. */
const given = new URLSearchParams(location.hash.slice(1));

/** Only paths of our own are gone on with. */
const ownPath = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

/** Sign in by password, passkey or single sign-on. */
export function SignInPage() {
  const next = ownPath(route.useSearch().next);
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const { data: status } = useQuery(api.setup.status.queryOptions({ input: {} }));
  const [email, setEmail] = useState(given.get('email') ?? '');
  const [password, setPassword] = useState(given.get('password') ?? '');

  const enter = async (): Promise<void> => {
    queryClient.clear();
    await navigate({ to: next as string });
  };
  const byPassword = useMutation({
    mutationFn: () => signInWithPassword(email, password),
    onSuccess: enter,
  });
  const byPasskey = useMutation({ mutationFn: signInWithPasskey, onSuccess: enter });
  const reset = useMutation({
    mutationFn: () => api.passwords.requestReset.call({ email }),
    onSuccess: ({ next: advice }) => say(advice),
    onError: sayError,
  });

  if (status?.isNeeded) return <Navigate to="/setup" />;
  const problem = problemOf(byPassword.error) ?? passkeyProblem(byPasskey.error, t.account.passkeyNotGiven);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    byPasskey.reset();
    byPassword.mutate();
  };
  return (
    <Card title={t.account.signInTitle}>
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <TextField
          label={t.account.email}
          type="email"
          autoComplete="username webauthn"
          required
          value={email}
          onChange={event => setEmail(event.target.value)}
        />
        <TextField
          label={t.account.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        <FormError text={problem} />
        <Button kind="primary" type="submit" className="justify-center" isBusy={byPassword.isPending}>
          {t.account.signIn}
        </Button>
      </form>
      <div className="flex flex-col gap-2">
        <Button
          className="justify-center"
          icon={<KeyRound size={15} aria-hidden />}
          isBusy={byPasskey.isPending}
          onClick={() => {
            byPassword.reset();
            byPasskey.mutate();
          }}
        >
          {t.account.withPasskey}
        </Button>
        {status?.singleSignOn && (
          <Button className="justify-center" onClick={() => location.assign(singleSignOnUrl(next))}>
            {t.account.withSso(status.singleSignOn)}
          </Button>
        )}
        {status?.hasMail && (
          <Button kind="quiet" className="justify-center" disabled={!email} onClick={() => reset.mutate()}>
            {t.account.forgot}
          </Button>
        )}
      </div>
    </Card>
  );
}
