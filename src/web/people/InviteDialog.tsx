import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { type Found, PickFound } from '../ui/PickFound.tsx';
import { useForm } from '../ui/useForm.ts';
import { OneTimeLink } from './OneTimeLink.tsx';
import { RoleFields } from './RoleFields.tsx';
import { useFoundTeams } from './useFoundTeams.ts';

/** For how many days an invitation may work; the contract allows 1 to 30. */
const DAYS = [1, 3, 7, 14, 30];

const BLANK = { email: '', roles: ['responder'] as Role[], teams: [] as Found[], days: '7' };

/** Invites somebody; then says where the link went, or shows it this once. */
export function InviteDialog({ email, onClose }: { email: string; onClose(): void }) {
  const queryClient = useQueryClient();
  const teams = useFoundTeams();
  const create = useMutation({
    mutationFn: ({ days, teams, ...rest }: typeof BLANK) =>
      api.invitations.create.call({ ...rest, teamIds: teams.map(({ id }) => id), days: Number(days) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.invitations.key() }),
  });
  const form = useForm({ ...BLANK, email }, create.error);
  const another = (): void => {
    create.reset();
    form.set('email', '');
  };
  const made = create.data;
  if (made)
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={t.invitations.inviteTitle}
        footer={
          <>
            <Button onClick={another}>{t.invitations.another}</Button>
            <Button kind="primary" onClick={onClose}>
              {t.invitations.done}
            </Button>
          </>
        }
      >
        <p className="mb-4">
          {made.isMailed ? t.invitations.mailed(made.email) : t.invitations.handOver(made.email)}
        </p>
        {made.link && (
          <OneTimeLink
            label={t.invitations.link}
            hint={t.invitations.linkHint}
            link={made.link}
            expiresAt={made.expiresAt}
          />
        )}
      </Dialog>
    );
  return (
    <FormDialog
      title={t.invitations.inviteTitle}
      description={t.invitations.inviteLead}
      verb={t.invitations.invite}
      form={form}
      isBusy={create.isPending}
      isBlank={form.values.roles.length === 0}
      onSubmit={() => create.mutate(form.values)}
      onClose={onClose}
    >
      <TextField label={t.invitations.email} type="email" required {...form.text('email')} />
      <RoleFields
        roles={form.values.roles}
        error={form.text('roles').error}
        onChange={roles => form.set('roles', roles)}
      />
      <PickFound
        {...teams}
        label={t.people.teams}
        placeholder={t.people.addTeam}
        chosen={form.values.teams}
        error={form.issue('/teamIds')}
        onAdd={team => form.set('teams', [...form.values.teams, team])}
        onRemove={({ id }) =>
          form.set(
            'teams',
            form.values.teams.filter(team => team.id !== id),
          )
        }
      />
      <SelectField label={t.invitations.days} {...form.text('days')}>
        {DAYS.map(days => (
          <option key={days} value={days}>
            {t.invitations.dayCount(days)}
          </option>
        ))}
      </SelectField>
    </FormDialog>
  );
}
