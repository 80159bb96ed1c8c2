import changePassword from 'virtual:form/passwords.change';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { SchemaForm } from '../forms/SchemaForm.tsx';
import type { InputOf, Sent } from '../forms/sent.ts';
import { useSchemaForm } from '../forms/useSchemaForm.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { say, sayError } from '../ui/Toasts.tsx';

type Passwords = InputOf<'passwords.change'>;

/** Changes the password; who has none can ask for a link to set one. */
export function PasswordSection() {
  const me = useMe();
  return <Section title={t.access.password}>{me.hasPassword ? <ChangePassword /> : <NoPassword />}</Section>;
}

/** What password keepers put where. */
const KEPT = {
  current: { autoComplete: 'current-password' },
  password: { autoComplete: 'new-password' },
} as const;

function ChangePassword() {
  const me = useMe();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: ({ input }: Sent<Passwords>) => api.passwords.change.call(input),
    onSuccess: async () => {
      form.clear();
      say(t.access.changed);
      await queryClient.invalidateQueries({ queryKey: api.sessions.key() });
    },
  });
  const form = useSchemaForm<Passwords>(changePassword, { error: change.error });
  return (
    <div className="flex max-w-sm flex-col gap-4">
      <p className="text-muted">{t.access.changeText}</p>
      <SchemaForm
        form={form}
        verb={t.access.change}
        isBusy={change.isPending}
        attributes={KEPT}
        onSend={change.mutate}
      >
        {/* For password keepers: whose password this is. */}
        <input type="hidden" name="username" autoComplete="username" value={me.email} />
      </SchemaForm>
    </div>
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
