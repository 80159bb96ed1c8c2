import { User, Users, X } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Time } from '../../ui/Time.tsx';
import type { Viewer, ViewerGroup } from './viewer.ts';

interface ViewerItemProps {
  group: ViewerGroup;
  isBusy: boolean;
  /** Absent where nobody may be taken off the list. */
  onRevoke: ((entry: Viewer) => void) | undefined;
}

/** One person or team, and what lets them see the incident. */
export function ViewerItem({ group: { name, isTeam, grounds }, isBusy, onRevoke }: ViewerItemProps) {
  const Icon = isTeam ? Users : User;
  return (
    <li className="flex items-start gap-3 py-2.5">
      <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="font-medium [overflow-wrap:anywhere]">
          {name}
        </p>
        {grounds.map(ground => (
          <p
            key={ground.id ?? `${ground.via} ${ground.reason}`}
            className="text-sm text-muted [overflow-wrap:anywhere]"
          >
            <Ground ground={ground} />
          </p>
        ))}
      </div>
      {onRevoke &&
        grounds
          .filter(({ via }) => via === 'list')
          .map(entry => (
            <Button
              key={entry.id}
              kind="quiet"
              size="icon"
              disabled={isBusy}
              aria-label={t.restriction.revoke(name)}
              icon={<X size={15} />}
              onClick={() => onRevoke(entry)}
            />
          ))}
    </li>
  );
}

function Ground({ ground: { via, reason, grantedBy, at } }: { ground: Viewer }) {
  if (via === 'role') return t.restriction.viaRole(t.incidents.role[reason] ?? reason);
  if (via === 'team') return t.restriction.via[reason];
  return (
    <>
      {t.restriction.viaList}: {reason} {grantedBy && `– ${t.restriction.by(grantedBy.name)}`}{' '}
      {at && <Time at={at} as="ago" />}
    </>
  );
}
