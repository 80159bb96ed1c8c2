import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { passkey } from '../../contract/passkeys.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { isLost } from '../ui/isLost.ts';
import { Section } from '../ui/Section.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { Time } from '../ui/Time.tsx';
import { say, sayError } from '../ui/Toasts.tsx';
import { AddPasskey } from './AddPasskey.tsx';

type Passkey = z.infer<typeof passkey>;

/** Your passkeys: add one, remove one. */
export function PasskeysSection() {
  const queryClient = useQueryClient();
  const list = useQuery(api.passkeys.list.queryOptions({ input: {} }));
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  const remove = useMutation({
    mutationFn: (id: string) => api.passkeys.remove.call({ id }),
    onSuccess: () => say(t.access.passkeyRemoved),
    onError: sayError,
    onSettled: async () => {
      setLeaving(null);
      await queryClient.invalidateQueries({ queryKey: api.passkeys.key() });
    },
  });
  const nameOf = ({ name }: Passkey): string => name || t.access.passkeyUnnamed;
  return (
    <Section
      title={t.access.passkeys}
      actions={
        <Button size="small" icon={<KeyRound size={14} aria-hidden />} onClick={() => setAdding(true)}>
          {t.access.addPasskey}
        </Button>
      }
    >
      <p className="mb-2 text-muted">{t.access.passkeysText}</p>
      {list.isPending && <SkeletonRows count={1} />}
      {isLost(list) && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <p>{t.access.noPasskeys}</p>}
      <ul className="divide-y divide-line">
        {list.data?.items.map(passkey => (
          <li key={passkey.id} className="flex flex-wrap items-center gap-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="font-medium">{nameOf(passkey)}</p>
              <p className="text-sm text-muted">
                {t.access.added} <Time at={passkey.createdAt} as="ago" />
                {passkey.isBackedUp && ` · ${t.access.isBackedUp}`}
              </p>
            </div>
            <Button size="small" onClick={() => setLeaving(passkey)}>
              {t.common.remove}
            </Button>
          </li>
        ))}
      </ul>
      {isAdding && <AddPasskey onClose={() => setAdding(false)} />}
      {leaving && (
        <ConfirmDialog
          title={t.access.removePasskeyTitle(nameOf(leaving))}
          text={t.access.removePasskeyText}
          verb={t.common.remove}
          isBusy={remove.isPending}
          onConfirm={() => remove.mutate(leaving.id)}
          onClose={() => setLeaving(null)}
        />
      )}
    </Section>
  );
}
