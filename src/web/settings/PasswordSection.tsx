import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { NewPasswordField } from '../account/NewPasswordField.tsx';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormError } from '../ui/FormError.tsx';
import { Section } from '../ui/Section.tsx';
import { say, sayError } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';

/** Changes the password; who has none can ask for a link to set one. */
export function PasswordSection() {
  const me = useMe();
  return <Section title={t.access.password}>{me.hasPassword ? <ChangePassword /> : <NoPassword />}</Section>;
}

const BLANK = { current: '', password: '' };

function ChangePassword() {
  const me = useMe();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (values: typeof BLANK) => api.passwords.change.call(values),
    onSuccess: async () => {
      form.set('current', '');
      form.set('password', '');
      say(t.access.changed);
      await queryClient.invalidateQueries({ queryKey: api.sessions.key() });
    },
  });
  const form = useForm(BLANK, change.error);
  return (
    <form
      className="flex max-w-sm flex-col gap-4"
      onSubmit={event => {
        event.preventDefault();
        change.mutate(form.values);
      }}
    >
      <p className="text-muted">{t.access.changeText}</p>
      {/* For password keepers: whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={me.email} />
      <TextField
        label={t.access.current}
        type="password"
        autoComplete="current-password"
        required
        {...form.text('current')}
      />
      <NewPasswordField label={t.access.fresh} {...form.text('password')} />
      <FormError text={form.general} />
      <Button kind="primary" type="submit" className="self-start" isBusy={change.isPending}>
        {t.access.change}
      </Button>
    </form>
  );
}

function NoPassword() {
  const me = useMe();
  const { data: status } = useQuery(api.setup.status.queryOptions({ input: {} }));
  const ask = useMutation({
    mutationFn: () => api.passwords.requestReset.call({ email: me.email }),
    onSuccess: ({ next }) => say(next),
    onError: sayError,
  });
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-muted">{t.access.noPassword}</p>
      {status?.hasMail && (
        <Button isBusy={ask.isPending} onClick={() => ask.mutate()}>
          {t.access.byMail}
        </Button>
      )}
    </div>
  );
}
