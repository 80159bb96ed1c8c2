import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { PickMany } from '../ui/PickMany.tsx';
import { useForm } from '../ui/useForm.ts';
import { OneTimeLink } from './OneTimeLink.tsx';
import { RoleFields } from './RoleFields.tsx';

/** For how many days an invitation may work; the contract allows 1 to 30. */
const DAYS = [1, 3, 7, 14, 30];

const BLANK = { email: '', roles: ['responder'] as Role[], teamIds: [] as string[], days: '7' };

/** Invites somebody; then says where the link went, or shows it this once. */
export function InviteDialog({ email, onClose }: { email: string; onClose(): void }) {
  const queryClient = useQueryClient();
  const teams = useQuery(api.teams.list.queryOptions({ input: { limit: 200 } }));
  const create = useMutation({
    mutationFn: ({ days, ...rest }: typeof BLANK) =>
      api.invitations.create.call({ ...rest, days: Number(days) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.invitations.key() }),
  });
  const form = useForm({ ...BLANK, email }, create.error);
  const made = create.data;
  if (made)
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={t.invitations.inviteTitle}
        footer={
          <>
            <Button onClick={() => create.reset()}>{t.invitations.another}</Button>
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
      <PickMany
        label={t.people.teams}
        choices={teams.data?.items ?? []}
        chosen={form.values.teamIds}
        onChange={teamIds => form.set('teamIds', teamIds)}
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
