import { Link } from '@tanstack/react-router';
import { t } from '../../messages/index.ts';
import { Time } from '../../ui/Time.tsx';
import type { Entry } from './activity.ts';
import { ChangedField } from './ChangedField.tsx';
import type { ActivityGroup } from './groupActivity.ts';
import { leafChanges } from './leafChanges.ts';
import { subjectLink } from './subjectLink.ts';

interface ActivityItemProps extends ActivityGroup {
  incidentId: string;
}

/** One thing that was done: who, what, when, and which fields differ since; how often, where it was done many times. */
export function ActivityItem({ incidentId, entry, others }: ActivityItemProps) {
  return (
    <li className="grid grid-cols-[7rem_1fr] items-baseline gap-3 border-b border-line py-2">
      <span className="text-sm text-muted">
        <Time at={entry.at} as="ago" />
      </span>
      <div className="min-w-0">
        {others.length === 0 ? (
          <p>
            <Deed entry={entry} />
            <Subject incidentId={incidentId} entry={entry} />
          </p>
        ) : (
          <details>
            <summary className="min-h-6 cursor-pointer">
              <Deed entry={entry} />{' '}
              <span className="tabular rounded-full bg-sunken px-1.5 text-sm text-muted">
                {t.incidents.timesDone(others.length + 1)}
              </span>
            </summary>
            <ul className="mt-1 flex flex-col gap-0.5 border-l border-line pl-3 text-sm">
              {[entry, ...others].map(each => (
                <li key={each.id} className="flex flex-wrap gap-x-3">
                  <span className="text-muted">
                    <Time at={each.at} as="clock" />
                  </span>
                  <Subject incidentId={incidentId} entry={each} />
                </li>
              ))}
            </ul>
          </details>
        )}
        {entry.changed.flatMap(leafChanges).map(change => (
          <ChangedField key={change.field} change={change} />
        ))}
      </div>
    </li>
  );
}

const Deed = ({ entry: { actor, operation, kind } }: { entry: Entry }) => (
  <>
    <bdi className="font-medium">{actor.name ?? t.common.unknown}</bdi>{' '}
    {t.activity[operation] ?? t.activity[kind] ?? (
      <code className="font-mono text-sm text-muted">{operation}</code>
    )}
  </>
);

/** What it was done to, by its name, leading there. */
function Subject({ incidentId, entry }: { incidentId: string; entry: Entry }) {
  const place = subjectLink(entry, incidentId);
  const name = entry.subject?.name;
  if (!place) return name ? <bdi className="[overflow-wrap:anywhere]"> {name}</bdi> : null;
  return (
    <>
      {' '}
      <Link
        to={place.to}
        {...(place.search && { search: place.search as never })}
        className="text-accent [overflow-wrap:anywhere] hover:underline"
      >
        <bdi>{name ?? t.incidents.showSubject}</bdi>
      </Link>
    </>
  );
}
