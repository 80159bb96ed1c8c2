import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ADMINISTRATORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { isLost } from '../ui/isLost.ts';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import { AccountActions } from './AccountActions.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonTeams } from './PersonTeams.tsx';
import type { Person } from './person.ts';
import { RoleFields } from './RoleFields.tsx';

/** One person: what they may do and where they belong; administrators change it. */
export function PersonDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const me = useMe();
  const found = useQuery(api.people.get.queryOptions({ input: { id } }));
  if (found.data && !isLost(found) && me.may(ADMINISTRATORS))
    return <Editor person={found.data} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={found.data?.name ?? t.people.title} place="side">
      {found.data && <PersonFacts person={found.data} />}
      {found.isPending && <SkeletonRows count={5} />}
      {isLost(found) && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
    </Dialog>
  );
}

function Editor({ person, onClose }: { person: Person; onClose(): void }) {
  const queryClient = useQueryClient();
  const { id } = person;
  const save = useMutation({
    mutationFn: ({ version, ...values }: Pick<Person, 'name' | 'roles' | 'version'>) =>
      api.people.edit.call({ id, ...values }, { context: { ifMatch: version } }),
    onSuccess: async () => {
      say(t.common.saved);
      await queryClient.invalidateQueries({ queryKey: api.people.key() });
      onClose();
    },
  });
  const form = useForm({ name: person.name, roles: person.roles }, save.error, {
    version: person.version,
    words: {
      name: t.people.name,
      roles: {
        label: t.people.roles,
        text: roles => roles.map(role => t.people.role[role]).join(', '),
      },
    },
  });
  return (
    <FormDialog
      place="side"
      title={person.name}
      description={person.email}
      form={form}
      isBusy={save.isPending}
      isBlank={!form.isChanged || form.values.roles.length === 0}
      below={
        <div className="mt-6 flex flex-col gap-6">
          <PersonTeams person={person} />
          <AccountActions person={person} />
        </div>
      }
      onSubmit={() => save.mutate({ ...form.values, version: form.version })}
      onClose={onClose}
    >
      <TextField label={t.people.name} required {...form.text('name')} />
      <RoleFields
        roles={form.values.roles}
        error={form.text('roles').error}
        onChange={roles => form.set('roles', roles)}
      />
    </FormDialog>
  );
}
