import { Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS, RESTRICTERS } from '../../../contract/roles.ts';
import { t } from '../../messages/index.ts';
import { useMe } from '../../shell/useMe.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import type { Incident } from '../incident.ts';
import { GrantForm } from './GrantForm.tsx';
import { RestrictDialog } from './RestrictDialog.tsx';
import { useAccess } from './useAccess.ts';
import { ViewerList } from './ViewerList.tsx';

/** Who sees an incident and why; where one may, to let others in, and to restrict it or show it again. */
export function AccessPanel({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const me = useMe();
  const { found } = useAccess(incident.id);
  const [isAsking, setAsking] = useState(false);
  const { isRestricted, restrictionReason } = incident;
  const viewers = found.data?.viewers ?? [];
  const listed = viewers.flatMap(({ via, person, team }) =>
    via === 'list' ? [(person ?? team)?.id ?? ''] : [],
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      place="side"
      title={t.restriction.title}
      description={isRestricted ? t.restriction.restrictedLead : t.restriction.openLead}
      footer={
        me.may(RESTRICTERS) && (
          <Button
            icon={isRestricted ? <LockOpen size={15} aria-hidden /> : <Lock size={15} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {isRestricted ? t.restriction.lift : t.restriction.restrict}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {restrictionReason && (
          <p>
            <span className="text-muted">{t.restriction.why}: </span>
            {restrictionReason}
          </p>
        )}
        {me.may(CONTRIBUTORS) && <GrantForm incidentId={incident.id} present={listed} />}
        {found.isPending && <SkeletonRows count={4} />}
        {found.isError && !found.data && (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.data && <ViewerList incidentId={incident.id} viewers={viewers} />}
        <p className="text-sm text-muted">{t.restriction.administrators}</p>
      </div>
      {isAsking && <RestrictDialog incident={incident} onClose={() => setAsking(false)} />}
    </Dialog>
  );
}
