import invite from 'virtual:form/invitations.create';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { SchemaFields } from '../forms/SchemaFields.tsx';
import type { InputOf, Sent } from '../forms/sent.ts';
import { useSchemaForm } from '../forms/useSchemaForm.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { OneTimeLink } from './OneTimeLink.tsx';
import { TeamsControl } from './TeamsControl.tsx';

type Invited = InputOf<'invitations.create'>;

const CONTROLS = { teamIds: TeamsControl };

/** Invites somebody; then says where the link went, or shows it this once. */
export function InviteDialog({ email, onClose }: { email: string; onClose(): void }) {
  const queryClient = useQueryClient();
  const create = useMutation({
    mutationFn: ({ input }: Sent<Invited>) => api.invitations.create.call(input),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.invitations.key() }),
  });
  const form = useSchemaForm<Invited>(invite, {
    given: { email, roles: ['responder'] },
    error: create.error,
  });
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
      onSubmit={() => form.send(create.mutate)}
      onClose={onClose}
    >
      <SchemaFields form={form} as={CONTROLS} />
    </FormDialog>
  );
}
