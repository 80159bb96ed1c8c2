import { t } from '../../messages/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Time } from '../../ui/Time.tsx';
import { useTimeChanges } from './useTimeChanges.ts';

/** What a time was said with; one that nobody had noted before was not wrong. */
const wordsOf = (cause: string, before: string | null): string =>
  cause === 'correctTimes' && before === null
    ? t.incidentPeople.notedLater
    : (t.incidentPeople.cause[cause] ?? cause);

/** What each time of an incident was before, who changed it, and why. */
export function TimesPanel({ incidentId, onClose }: { incidentId: string; onClose(): void }) {
  const found = useTimeChanges(incidentId);
  const changes = found.data?.items ?? [];
  return (
    <Dialog isOpen onClose={onClose} place="side" title={t.incidentPeople.times}>
      {found.isPending && <SkeletonRows count={6} />}
      {found.isError && !found.data && (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.data && changes.length === 0 && <p className="text-muted">{t.incidentPeople.timesEmpty}</p>}
      <ol aria-label={t.incidentPeople.times} className="divide-y divide-line">
        {changes.map(({ id, name, before, after, cause, reason, changedBy, changedAt }) => (
          <li key={id} className="py-2.5">
            <p className="flex flex-wrap gap-x-3">
              <span className="font-medium">{t.incidents.time[name] ?? name}</span>
              <span>
                {before && (
                  <>
                    <del className="text-muted">
                      <Time at={before} />
                    </del>{' '}
                    →{' '}
                  </>
                )}
                {after ? <Time at={after} /> : t.common.none}
              </span>
            </p>
            <p className="text-sm text-muted">
              {changedBy?.name ?? t.common.unknown}, {wordsOf(cause, before)},{' '}
              <Time at={changedAt} as="ago" />
            </p>
            {reason && (
              <p dir="auto" className="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">
                {reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
