import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { say, sayError } from '../ui/Toasts.tsx';
import type { Team } from './person.ts';
import { TeamForm } from './TeamForm.tsx';
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
  if (id === null || found.data)
    return <Editor team={found.data ?? null} mayEdit={mayEdit} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={t.teams.title} place="side">
      {found.isError ? <ErrorState error={found.error} /> : <SkeletonRows count={5} />}
    </Dialog>
  );
}

const FORM = 'team';

function Editor({ team, mayEdit, onClose }: { team: Team | null; mayEdit: boolean; onClose(): void }) {
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [base] = useState(team);
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.teams.key() });
  // Members come and go while somebody types; only another's change of the same text must be refused.
  const isSameText = base?.name === team?.name && base?.description === team?.description;
  const ifMatch = (isSameText ? team : base)?.version ?? 1;
  const save = useMutation({
    mutationFn: (values: { name: string; description: string }) =>
      team
        ? api.teams.edit.call({ id: team.id, ...values }, { context: { ifMatch } })
        : api.teams.add.call(values),
    onSuccess: async ({ name }) => {
      say(team ? t.common.saved : t.teams.added(name));
      await refresh();
      onClose();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.teams.remove.call({ id }),
    onSuccess: async () => {
      say(t.teams.removed(team?.name ?? ''));
      await refresh();
      onClose();
    },
    onError: error => {
      setAsking(false);
      sayError(error);
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      place="side"
      title={team?.name ?? t.teams.add}
      footer={
        mayEdit && (
          <>
            {team && (
              <Button
                kind="danger"
                className="mr-auto"
                icon={<Trash2 size={15} aria-hidden />}
                onClick={() => setAsking(true)}
              >
                {t.common.remove}
              </Button>
            )}
            <Button onClick={onClose}>{t.common.cancel}</Button>
            <Button kind="primary" type="submit" form={FORM} isBusy={save.isPending}>
              {team ? t.common.save : t.common.add}
            </Button>
          </>
        )
      }
    >
      {mayEdit ? (
        <TeamForm id={FORM} team={team} error={save.error} onSubmit={save.mutate} />
      ) : (
        <p className="mb-2">{team?.description}</p>
      )}
      {team && (
        <div className="mt-6 flex flex-col gap-6">
          <TeamMembers team={team} mayEdit={mayEdit} />
          <TeamServices teamId={team.id} />
        </div>
      )}
      {team && isAsking && (
        <ConfirmDialog
          title={t.teams.removeTitle(team.name)}
          text={t.teams.removeText}
          verb={t.common.remove}
          isBusy={remove.isPending}
          onConfirm={() => remove.mutate(team.id)}
          onClose={() => setAsking(false)}
        />
      )}
    </Dialog>
  );
}
