import editMe from 'virtual:form/people.editMe';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { SchemaForm } from '../forms/SchemaForm.tsx';
import type { InputOf, Sent } from '../forms/sent.ts';
import { useSchemaForm } from '../forms/useSchemaForm.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Badge } from '../ui/Badge.tsx';
import { TextField } from '../ui/Field.tsx';
import { Section } from '../ui/Section.tsx';
import { say } from '../ui/Toasts.tsx';
import { DisplaySection } from './DisplaySection.tsx';

/** What password keepers put where. */
const KEPT = { name: { autoComplete: 'name' } } as const;

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
    mutationFn: ({ input, ifMatch }: Sent<InputOf<'people.editMe'>>) =>
      api.people.editMe.call(input, { context: { ifMatch } }),
    onSuccess: async () => {
      say(t.common.saved);
      await queryClient.invalidateQueries({ queryKey: api.people.key() });
    },
  });
  const form = useSchemaForm<InputOf<'people.editMe'>>(editMe, { given: me, error: save.error });
  return (
    <Section title={t.settings.you}>
      <div className="flex max-w-sm flex-col gap-4">
        <SchemaForm
          form={form}
          verb={t.common.save}
          isBusy={save.isPending}
          attributes={KEPT}
          onSend={save.mutate}
        >
          <TextField label={t.settings.email} readOnly value={me.email} hint={t.settings.emailText} />
        </SchemaForm>
      </div>
    </Section>
  );
}
