import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { token } from '../../../contract/tokens.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { say, sayError } from '../../ui/Toasts.tsx';

type Token = z.infer<typeof token>;

const isOver = ({ expiresAt }: Token): boolean => expiresAt !== null && Date.parse(expiresAt) <= Date.now();

const OWNER: Column<Token> = {
  key: 'owner',
  label: t.tokens.owner,
  cell: ({ person }) => <span dir="auto">{person.name}</span>,
};

const COLUMNS: readonly Column<Token>[] = [
  {
    key: 'scopes',
    label: t.tokens.scopes,
    isExtra: true,
    cell: ({ scopes }) => <code className="font-mono text-sm">{scopes.join(' ')}</code>,
  },
  {
    key: 'used',
    label: t.tokens.used,
    cell: ({ usedAt }) =>
      usedAt ? <Time at={usedAt} as="ago" /> : <span className="text-muted">{t.tokens.unused}</span>,
  },
  {
    key: 'expires',
    label: t.tokens.expires,
    isExtra: true,
    cell: token => {
      if (isOver(token)) return <Badge tone="warn">{t.tokens.expired}</Badge>;
      return token.expiresAt ? <Time at={token.expiresAt} as="ago" /> : t.tokens.never;
    },
  },
];

interface TokenTableProps {
  tokens: readonly Token[];
  ofEveryone: boolean;
}

/** API tokens, one a row. */
export function TokenTable({ tokens, ofEveryone }: TokenTableProps) {
  const queryClient = useQueryClient();
  const [leaving, setLeaving] = useState<Token | null>(null);
  const revoke = useMutation({
    mutationFn: (id: string) => api.tokens.revoke.call({ id }),
    onSuccess: () => say(t.tokens.revoked),
    onError: sayError,
    onSettled: async () => {
      setLeaving(null);
      await queryClient.invalidateQueries({ queryKey: api.tokens.key() });
    },
  });
  const columns: Column<Token>[] = [
    {
      key: 'name',
      label: t.tokens.name,
      cell: ({ name, start }) => (
        <>
          <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
          <code className="font-mono text-sm text-muted">{start}…</code>
        </>
      ),
    },
    ...(ofEveryone ? [OWNER] : []),
    ...COLUMNS,
    {
      key: 'revoke',
      onCard: 'after',
      label: t.common.change,
      isNumber: true,
      cell: token => (
        <Button size="small" onClick={() => setLeaving(token)}>
          {t.tokens.revoke}
        </Button>
      ),
    },
  ];
  return (
    <>
      <Table caption={t.tokens.title} columns={columns} rows={tokens} keyOf={({ id }) => id} />
      {leaving && (
        <ConfirmDialog
          title={t.tokens.revokeTitle(leaving.name)}
          text={t.tokens.revokeText}
          verb={t.tokens.revoke}
          isBusy={revoke.isPending}
          onConfirm={() => revoke.mutate(leaving.id)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
