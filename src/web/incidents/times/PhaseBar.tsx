import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { cx } from '../../ui/cx.ts';
import { clockText, durationText } from '../../ui/instant.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useZone } from '../../ui/zone.ts';
import type { Incident } from '../incident.ts';

/** As on the timeline. */
const COLOURS: Record<string, string> = {
  impact: 'var(--phase-impact)',
  detected: 'var(--phase-detected)',
  acknowledged: 'var(--change)',
  mitigated: 'var(--phase-mitigated)',
  restored: 'var(--phase-restored)',
};

/** One under the other on a phone, so that what is coming is as high as what comes. */
const LEGEND = 'mt-1.5 flex flex-wrap gap-x-5 gap-y-1 text-sm max-sm:flex-col';

/** How many phases there will be, if no moment says more than the times that were noted. */
const guessCount = ({ times }: Incident): number =>
  [times.startedAt, times.detectedAt, times.acknowledgedAt, times.mitigatedAt, times.restoredAt].filter(
    Boolean,
  ).length;

/** The phases of an incident on one line, as long as they lasted. */
export function PhaseBar({ incident }: { incident: Incident }) {
  const zone = useZone();
  const { data, isPending } = useQuery(api.incidents.phases.queryOptions({ input: { id: incident.id } }));
  const phases = data?.phases ?? [];
  if (isPending) return <Coming count={guessCount(incident)} />;
  if (phases.length === 0) return null;
  const now = Date.now();
  // What comes after service was back is no part of the trouble, however long it takes to close the incident.
  const lengthOf = ({ name, from, to }: { name: string; from: string; to: string | null }): number =>
    name === 'restored' ? 0 : Math.max(0, (to ? Date.parse(to) : now) - Date.parse(from));
  const total = phases.reduce((sum, phase) => sum + lengthOf(phase), 0) || 1;
  return (
    <figure aria-label={t.incidents.phases}>
      <div className="flex h-2.5 gap-px overflow-hidden rounded-full">
        {phases.map(phase => (
          <div
            key={`${phase.name} ${phase.from}`}
            className="forced-color-adjust-none"
            style={{
              flexGrow: Math.max(lengthOf(phase) / total, 0.02),
              background: COLOURS[phase.name],
            }}
          />
        ))}
      </div>
      <figcaption className={LEGEND}>
        {phases.map(phase => (
          <span key={`${phase.name} ${phase.from}`} className="flex items-center gap-1.5">
            <span
              aria-hidden
              className={cx('size-2 rounded-full forced-color-adjust-none', !phase.to && 'animate-pulse')}
              style={{ background: COLOURS[phase.name] }}
            />
            <span className="capitalize">{phase.name}</span>
            <span className="tabular text-muted">
              {clockText(phase.from, zone)}
              {lengthOf(phase) > 0 && ` · ${durationText(lengthOf(phase))}`}
            </span>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Coming({ count }: { count: number }) {
  return (
    <div>
      <Skeleton className="h-2.5" />
      <div className={LEGEND}>
        {Array.from({ length: count }, (_, line) => line).map(line => (
          <div key={line} className="flex h-[1.21875rem] items-center">
            <Skeleton className="h-3.5 w-40" />
          </div>
        ))}
      </div>
    </div>
  );
}
