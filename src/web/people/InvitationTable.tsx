import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { Time } from '../ui/Time.tsx';
import { say, sayError } from '../ui/Toasts.tsx';
import type { Invitation } from './person.ts';

const TONES = {
  open: 'accent',
  accepted: 'good',
  revoked: 'neutral',
  expired: 'warn',
} satisfies Record<Invitation['state'], Tone>;

interface InvitationTableProps {
  invitations: readonly Invitation[];
  onAgain(email: string): void;
}

/** Invitations, one a row, with what can still be done about each. */
export function InvitationTable({ invitations, onAgain }: InvitationTableProps) {
  const queryClient = useQueryClient();
  const [leaving, setLeaving] = useState<Invitation | null>(null);
  const revoke = useMutation({
    mutationFn: (id: string) => api.invitations.revoke.call({ id }),
    onSuccess: () => say(t.invitations.revoked),
    onError: sayError,
    onSettled: async () => {
      setLeaving(null);
      await queryClient.invalidateQueries({ queryKey: api.invitations.key() });
    },
  });
  const columns: Column<Invitation>[] = [
    {
      key: 'email',
      label: t.invitations.email,
      cell: ({ email, roles, teams, state, acceptedBy }) => (
        <>
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium [overflow-wrap:anywhere]">{email}</span>
            <Badge tone={TONES[state]}>{t.invitations.states[state]}</Badge>
            {acceptedBy && (
              <span dir="auto" className="[overflow-wrap:anywhere]">
                {acceptedBy.name}
              </span>
            )}
          </p>
          <p className="text-sm text-muted">
            {[...roles.map(role => t.people.role[role]), ...teams.map(({ name }) => name)].join(', ')}
          </p>
        </>
      ),
    },
    {
      key: 'by',
      label: t.invitations.invitedBy,
      isExtra: true,
      className: 'whitespace-nowrap',
      cell: ({ invitedBy }) => invitedBy.name,
    },
    {
      key: 'sent',
      label: t.invitations.sent,
      isExtra: true,
      cell: ({ createdAt }) => <Time at={createdAt} as="ago" />,
    },
    {
      key: 'expires',
      label: t.invitations.expires,
      isExtra: true,
      cell: ({ expiresAt }) => <Time at={expiresAt} as="ago" />,
    },
    {
      key: 'do',
      onCard: 'after',
      label: t.common.change,
      isNumber: true,
      cell: invitation =>
        invitation.state === 'open' ? (
          <Button size="small" onClick={() => setLeaving(invitation)}>
            {t.invitations.revoke}
          </Button>
        ) : (
          invitation.state !== 'accepted' && (
            <Button size="small" onClick={() => onAgain(invitation.email)}>
              {t.invitations.again}
            </Button>
          )
        ),
    },
  ];
  return (
    <>
      <Table caption={t.invitations.title} columns={columns} rows={invitations} keyOf={({ id }) => id} />
      {leaving && (
        <ConfirmDialog
          title={t.invitations.revokeTitle(leaving.email)}
          text={t.invitations.revokeText}
          verb={t.invitations.revoke}
          isBusy={revoke.isPending}
          onConfirm={() => revoke.mutate(leaving.id)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
