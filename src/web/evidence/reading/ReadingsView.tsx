import { Link } from '@tanstack/react-router';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { durationText } from '../../ui/instant.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import type { Reading } from '../evidence.ts';
import { Folded } from '../Folded.tsx';
import type { ViewProps } from '../views.ts';
import { useReadings } from './useReadings.ts';

const TONES: Record<Reading['state'], Tone> = {
  waiting: 'accent',
  running: 'accent',
  done: 'good',
  failed: 'error',
  cancelled: 'neutral',
  superseded: 'neutral',
  withdrawn: 'warn',
};

/** Every reading of the evidence: who asked for it, how it ended, and what it was told to assume. */
export function ReadingsView({ incidentId }: ViewProps) {
  const { readings } = useReadings(incidentId);
  if (readings.length === 0)
    return <EmptyState title={t.evidence.noReadings} text={t.evidence.emptyTextViewer} />;
  const columns: Column<Reading>[] = [
    {
      key: 'version',
      label: t.evidence.column.reading,
      cell: ({ id, version, state }) =>
        state === 'done' ? (
          <Link
            to="/incidents/$id/evidence"
            params={{ id: incidentId }}
            search={{ view: 'logs', reading: id }}
            className="font-medium hover:text-accent hover:underline"
          >
            {t.evidence.readingNumber(version)}
          </Link>
        ) : (
          t.evidence.readingNumber(version)
        ),
    },
    {
      key: 'state',
      onCard: 'plain',
      label: t.evidence.column.state,
      cell: ({ state, reason }) => (
        <>
          <Badge tone={TONES[state]}>{t.evidence.readingState[state]}</Badge>
          {reason && <p className="mt-1 text-sm text-muted">{reason}</p>}
        </>
      ),
    },
    {
      key: 'records',
      label: t.evidence.column.records,
      isNumber: true,
      cell: ({ figures }) => (figures ? countText(figures.records) : '–'),
    },
    {
      key: 'by',
      onCard: 'plain',
      label: t.evidence.column.requested,
      cell: ({ requestedBy, requestedAt }) => (
        <span className="flex flex-wrap gap-x-2">
          <bdi>{requestedBy?.name ?? t.common.unknown}</bdi>
          <span className="text-muted">
            <Time at={requestedAt} as="ago" />
          </span>
        </span>
      ),
    },
    {
      key: 'took',
      label: t.evidence.column.took,
      isNumber: true,
      isExtra: true,
      cell: ({ startedAt, endedAt }) =>
        startedAt && endedAt ? durationText(Date.parse(endedAt) - Date.parse(startedAt)) : '–',
    },
    {
      key: 'options',
      label: t.evidence.column.options,
      isExtra: true,
      cell: ({ options: { zone, from, to } }) => (
        <span className="flex flex-wrap items-center gap-x-2">
          {zone}
          {from && <Time at={from} />}
          {(from || to) && <span aria-hidden>–</span>}
          {to && <Time at={to} />}
        </span>
      ),
    },
  ];
  const overtaken = readings.filter(({ state }) => state === 'superseded');
  const told = readings.filter(({ state }) => state !== 'superseded');
  return (
    <>
      <Table caption={t.evidence.view.readings} columns={columns} rows={told} keyOf={({ id }) => id} />
      {overtaken.length > 0 && (
        <Folded title={t.evidence.readingsOvertaken(overtaken.length)}>
          <Table
            caption={t.evidence.readingsOvertaken(overtaken.length)}
            columns={columns.filter(({ key }) => key !== 'records' && key !== 'took')}
            rows={overtaken}
            keyOf={({ id }) => id}
          />
        </Folded>
      )}
    </>
  );
}
