import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { say, sayError } from '../ui/Toasts.tsx';
import { OneTimeLink } from './OneTimeLink.tsx';
import type { Person } from './person.ts';

/** What administrators do with somebody's account: reset, sign out, disable, enable. */
export function AccountActions({ person }: { person: Person }) {
  const { id, name, version, disabledAt } = person;
  const me = useMe();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.people.key() });

  const reset = useMutation({
    mutationFn: () => api.people.resetPassword.call({ id }),
    onSuccess: ({ isMailed }) => isMailed && say(t.people.resetMailed(name)),
    onError: sayError,
  });
  const signOut = useMutation({
    mutationFn: () => api.people.signOut.call({ id }),
    onSuccess: ({ ended }) => say(t.people.signedOut(ended)),
    onError: sayError,
  });
  const setAccess = useMutation({
    mutationFn: (to: 'disable' | 'enable') => api.people[to].call({ id }, { context: { ifMatch: version } }),
    onSuccess: async (_, to) => {
      say(to === 'disable' ? t.people.disabledDone(name) : t.people.enabledDone(name));
      setAsking(false);
      await refresh();
    },
    onError: sayError,
  });
  return (
    <section aria-label={t.people.account} className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="text-sm font-medium">{t.people.account}</h3>
      <div className="flex flex-wrap gap-2">
        {!disabledAt && (
          <>
            <Button isBusy={reset.isPending} onClick={() => reset.mutate()}>
              {t.people.resetPassword}
            </Button>
            <Button isBusy={signOut.isPending} onClick={() => signOut.mutate()}>
              {t.people.signOutAll}
            </Button>
          </>
        )}
        {disabledAt ? (
          <Button isBusy={setAccess.isPending} onClick={() => setAccess.mutate('enable')}>
            {t.people.enable}
          </Button>
        ) : (
          id !== me.id && (
            <Button kind="danger" onClick={() => setAsking(true)}>
              {t.people.disable}
            </Button>
          )
        )}
      </div>
      {reset.data?.link && (
        <OneTimeLink
          label={t.people.resetLink}
          hint={t.people.resetLinkHint}
          link={reset.data.link}
          expiresAt={reset.data.expiresAt}
        />
      )}
      {isAsking && (
        <ConfirmDialog
          title={t.people.disableTitle(name)}
          text={t.people.disableText}
          verb={t.people.disable}
          isBusy={setAccess.isPending}
          onConfirm={() => setAccess.mutate('disable')}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
