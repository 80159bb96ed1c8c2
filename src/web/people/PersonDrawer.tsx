import editPerson from 'virtual:form/people.edit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ADMINISTRATORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { SchemaFields } from '../forms/SchemaFields.tsx';
import type { InputOf, Sent } from '../forms/sent.ts';
import { useSchemaForm } from '../forms/useSchemaForm.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Fetched } from '../ui/Fetched.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { isLost } from '../ui/isLost.ts';
import { say } from '../ui/Toasts.tsx';
import { AccountActions } from './AccountActions.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonTeams } from './PersonTeams.tsx';
import type { Person } from './person.ts';

type Changes = Omit<InputOf<'people.edit'>, 'id'>;

/** One person: what they may do and where they belong; administrators change it. */
export function PersonDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const me = useMe();
  const found = useQuery(api.people.get.queryOptions({ input: { id } }));
  if (found.data && !isLost(found) && me.may(ADMINISTRATORS))
    return <Editor person={found.data} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={found.data?.name ?? t.people.title} place="side">
      <Fetched query={found}>{person => <PersonFacts person={person} />}</Fetched>
    </Dialog>
  );
}

function Editor({ person, onClose }: { person: Person; onClose(): void }) {
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: ({ input, ifMatch }: Sent<Changes>) =>
      api.people.edit.call({ id: person.id, ...input }, { context: { ifMatch } }),
    onSuccess: async () => {
      say(t.common.saved);
      await queryClient.invalidateQueries({ queryKey: api.people.key() });
      onClose();
    },
  });
  const form = useSchemaForm<Changes>(editPerson, { given: person, without: ['id'], error: save.error });
  return (
    <FormDialog
      place="side"
      title={person.name}
      description={person.email}
      form={form}
      isBusy={save.isPending}
      isBlank={!form.isChanged}
      below={
        <div className="mt-6 flex flex-col gap-6">
          <PersonTeams person={person} />
          <AccountActions person={person} />
        </div>
      }
      onSubmit={() => form.send(save.mutate)}
      onClose={onClose}
    >
      <SchemaFields form={form} />
    </FormDialog>
  );
}
