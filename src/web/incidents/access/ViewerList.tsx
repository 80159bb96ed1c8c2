import { useState } from 'react';
import { RESTRICTERS } from '../../../contract/roles.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { useMe } from '../../shell/useMe.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { say } from '../../ui/Toasts.tsx';
import { useAccess } from './useAccess.ts';
import { ViewerItem } from './ViewerItem.tsx';
import { groupViewers, type Viewer } from './viewer.ts';

/** Everyone who sees an incident while it is restricted; entries of its list can be taken off, and put back. */
export function ViewerList({ incidentId, viewers }: { incidentId: string; viewers: readonly Viewer[] }) {
  const me = useMe();
  const { change } = useAccess(incidentId);
  const [own, setOwn] = useState<Viewer | null>(null);
  const revoke = (entry: Viewer): void => {
    setOwn(null);
    const { person, team, reason } = entry;
    const undo = () =>
      change.mutate(() =>
        api.incidents.grantAccess.call({
          id: incidentId,
          reason,
          ...(person && { personId: person.id }),
          ...(team && { teamId: team.id }),
        }),
      );
    change.mutate(() => api.incidents.revokeAccess.call({ id: incidentId, entryId: entry.id ?? '' }), {
      onSuccess: () => say(t.restriction.revoked((person ?? team)?.name ?? ''), { undo }),
    });
  };
  const ask = (entry: Viewer): void => (entry.person?.id === me.id ? setOwn(entry) : revoke(entry));
  if (viewers.length === 0) return <p className="text-muted">{t.restriction.nobody}</p>;
  return (
    <>
      <ul aria-label={t.restriction.title} className="divide-y divide-line">
        {groupViewers(viewers).map(group => (
          <ViewerItem
            key={group.id}
            group={group}
            isBusy={change.isPending}
            onRevoke={me.may(RESTRICTERS) ? ask : undefined}
          />
        ))}
      </ul>
      {own && (
        <ConfirmDialog
          title={t.restriction.revokeSelfTitle}
          text={t.restriction.revokeSelfText}
          verb={t.restriction.revokeSelf}
          isBusy={change.isPending}
          onConfirm={() => revoke(own)}
          onClose={() => setOwn(null)}
        />
      )}
    </>
  );
}
