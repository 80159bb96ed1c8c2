import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormError } from '../ui/FormError.tsx';
import { Section } from '../ui/Section.tsx';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import { DisplaySection } from './DisplaySection.tsx';

/** Who you are here, what you may do, how you like it shown. */
export function ProfilePage() {
  const me = useMe();
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <You />
      <Section title={t.settings.mayDo}>
        <dl className="flex flex-col gap-2">
          {me.roles.map(role => (
            <div key={role} className="flex flex-wrap items-center gap-x-3">
              <dt>
                <Badge>{t.people.role[role]}</Badge>
              </dt>
              <dd className="text-muted">{t.people.roleText[role]}</dd>
            </div>
          ))}
        </dl>
        <h3 className="mt-4 text-sm font-medium">{t.settings.teams}</h3>
        <p className="text-muted">{me.teams.map(({ name }) => name).join(', ') || t.people.noTeam}</p>
      </Section>
      <DisplaySection />
    </div>
  );
}

function You() {
  const me = useMe();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (name: string) => api.people.editMe.call({ name }, { context: { ifMatch: me.version } }),
    onSuccess: async () => {
      say(t.common.saved);
      await queryClient.invalidateQueries({ queryKey: api.people.key() });
    },
  });
  const form = useForm({ name: me.name }, save.error);
  return (
    <Section title={t.settings.you}>
      <form
        className="flex flex-col items-start gap-4"
        onSubmit={event => {
          event.preventDefault();
          save.mutate(form.values.name);
        }}
      >
        <TextField
          label={t.settings.name}
          required
          autoComplete="name"
          className="w-full max-w-sm"
          {...form.text('name')}
        />
        <TextField
          label={t.settings.email}
          className="w-full max-w-sm"
          readOnly
          value={me.email}
          hint={t.settings.emailText}
        />
        <FormError text={form.general} />
        <Button kind="primary" type="submit" isBusy={save.isPending} disabled={form.values.name === me.name}>
          {t.common.save}
        </Button>
      </form>
    </Section>
  );
}
