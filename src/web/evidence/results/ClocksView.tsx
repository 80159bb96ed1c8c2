import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { Folded } from '../Folded.tsx';
import type { ResultProps } from '../views.ts';
import { ClockPicture } from './ClockPicture.tsx';
import { type Clock, reachOf } from './clocks.ts';
import { microsText, signedMicrosText } from './microsText.ts';

const TONES: Record<Clock['state'], Tone> = {
  reference: 'accent',
  corrected: 'good',
  agrees: 'good',
  unknown: 'neutral',
  contradictory: 'error',
};

/** Of which something is known, what needs a look first. */
const COMPARED = ['contradictory', 'corrected', 'reference', 'agrees'] as const;

/** How every clock stands to the reference: offset with its uncertainty, drift, and what they were measured by. */
export function ClocksView({ incidentId, readingId }: ResultProps) {
  const report = useQuery(
    api.readings.clocks.queryOptions({
      input: { incidentId, readingId },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  if (report.isPending) return <SkeletonRows />;
  if (!report.data) return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  const { reference, clocks, contradictions } = report.data;
  const reach = reachOf(clocks);
  const compared = COMPARED.flatMap(state => clocks.filter(clock => clock.state === state));
  const alone = clocks.filter(({ state }) => state === 'unknown');
  const columns: Column<Clock>[] = [
    {
      key: 'clock',
      label: t.evidence.column.clock,
      className: 'min-w-36',
      cell: ({ clock, note }) => (
        <>
          <bdi className="font-medium [overflow-wrap:anywhere]">{clock}</bdi>
          {note && <p className="text-sm text-muted">{note}</p>}
        </>
      ),
    },
    {
      key: 'state',
      onCard: 'plain',
      label: t.evidence.column.state,
      cell: ({ state }) => <Badge tone={TONES[state]}>{t.evidence.clockState[state]}</Badge>,
    },
    {
      key: 'offset',
      label: t.evidence.column.offset,
      isNumber: true,
      cell: clock => <Offsets {...clock} />,
    },
    {
      key: 'picture',
      onCard: 'hidden',
      label: t.evidence.column.interval(microsText(reach)),
      cell: clock => <ClockPicture clock={clock} reach={reach} />,
    },
    {
      key: 'pairs',
      label: t.evidence.column.pairs,
      isNumber: true,
      isExtra: true,
      cell: ({ pairs }) => countText(pairs),
    },
    {
      key: 'records',
      label: t.evidence.column.records,
      isNumber: true,
      isExtra: true,
      cell: ({ records }) => countText(records),
    },
  ];
  return (
    <>
      <p className="mb-3 max-w-[80ch] text-muted">
        {reference ? t.evidence.clocksText(reference) : t.evidence.noReference}
      </p>
      {contradictions.map(({ clocks: involved, text }) => (
        <p key={involved.join(' ') + text} className="mb-3 flex gap-2 rounded border border-error px-3 py-2">
          <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-error" />
          {text}
        </p>
      ))}
      {compared.length > 0 && (
        <Table
          caption={t.evidence.view.clocks}
          columns={columns}
          rows={compared}
          keyOf={({ clock }) => clock}
        />
      )}
      {alone.length > 0 && (
        <Folded title={t.evidence.clocksAlone(alone.length)} isOpenAtFirst={compared.length === 0}>
          <Table
            caption={t.evidence.clocksAlone(alone.length)}
            columns={columns.filter(({ key }) => key === 'clock' || key === 'records')}
            rows={alone}
            keyOf={({ clock }) => clock}
          />
        </Folded>
      )}
    </>
  );
}

function Offsets({ segments, state }: Clock) {
  if (state === 'reference' || segments.length === 0) return '–';
  return (
    <span className="flex flex-col items-end whitespace-nowrap max-sm:whitespace-normal">
      {segments.map(({ from, offsetUs, uncertaintyUs, driftPpm }) => (
        <span key={from}>
          {signedMicrosText(offsetUs)} ± {microsText(uncertaintyUs)}
          {driftPpm !== 0 && <span className="text-muted"> · {t.evidence.drift(driftPpm)}</span>}
        </span>
      ))}
    </span>
  );
}
