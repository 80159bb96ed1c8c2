import addTeam from 'virtual:form/teams.add';
import editTeam from 'virtual:form/teams.edit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { SchemaFields } from '../forms/SchemaFields.tsx';
import type { InputOf, Sent } from '../forms/sent.ts';
import { useSchemaForm } from '../forms/useSchemaForm.ts';
import { t } from '../messages/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Fetched } from '../ui/Fetched.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { RemoveButton } from '../ui/RemoveButton.tsx';
import { say } from '../ui/Toasts.tsx';
import { useRemoval } from '../ui/useRemoval.ts';
import type { Team } from './person.ts';
import { TeamMembers } from './TeamMembers.tsx';
import { TeamServices } from './TeamServices.tsx';

interface TeamDrawerProps {
  /** Null adds a new one. */
  id: string | null;
  mayEdit: boolean;
  onClose(): void;
}

/** One team: its members, what it answers for. */
export function TeamDrawer({ id, mayEdit, onClose }: TeamDrawerProps) {
  const found = useQuery(api.teams.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }));
  const team = found.data;
  if (mayEdit && (id === null || team)) return <Editor team={team ?? null} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={team?.name ?? t.teams.title} place="side">
      <Fetched query={found}>
        {known => (
          <>
            <p dir="auto" className="whitespace-pre-wrap">
              {known.description}
            </p>
            <TeamHoldings team={known} mayEdit={false} />
          </>
        )}
      </Fetched>
    </Dialog>
  );
}

function Editor({ team, onClose }: { team: Team | null; onClose(): void }) {
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: ({ input, ifMatch }: Sent<InputOf<'teams.add'>>) =>
      team
        ? api.teams.edit.call({ id: team.id, ...input }, { context: { ifMatch } })
        : api.teams.add.call(input),
    onSuccess: async ({ name }) => {
      say(team ? t.common.saved : t.teams.added(name));
      await queryClient.invalidateQueries({ queryKey: api.teams.key() });
      onClose();
    },
  });
  const remove = useRemoval({
    ask: id => api.teams.remove.call({ id }),
    said: t.teams.removed(team?.name ?? ''),
    queryKey: api.teams.key(),
    onRemoved: onClose,
  });
  const form = useSchemaForm<InputOf<'teams.add'>>(team ? editTeam : addTeam, {
    given: team ?? undefined,
    without: ['id'],
    error: save.error,
  });
  return (
    <FormDialog
      place="side"
      title={team?.name ?? t.teams.add}
      verb={team ? t.common.save : t.common.add}
      form={form}
      isBusy={save.isPending || remove.isPending}
      isBlank={team !== null && !form.isChanged}
      aside={
        team && (
          <RemoveButton
            title={t.teams.removeTitle(team.name)}
            text={t.teams.removeText}
            isBusy={remove.isPending}
            onRemove={() => remove.mutate(team.id)}
          />
        )
      }
      below={team && <TeamHoldings team={team} mayEdit />}
      onSubmit={() => form.send(save.mutate)}
      onClose={onClose}
    >
      <SchemaFields form={form} />
    </FormDialog>
  );
}

const TeamHoldings = ({ team, mayEdit }: { team: Team; mayEdit: boolean }) => (
  <div className="mt-6 flex flex-col gap-6">
    <TeamMembers team={team} mayEdit={mayEdit} />
    <TeamServices teamId={team.id} />
  </div>
);
