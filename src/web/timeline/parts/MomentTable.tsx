import { Check, X } from 'lucide-react';
import { momentKind } from '../../../core/document/momentKinds.ts';
import { areDaysApart } from '../../evidence/logs/stampText.ts';
import { t } from '../../messages/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { useZone } from '../../ui/zone.ts';
import { isOrderOpen } from '../draw/drawFlags.ts';
import type { Flag, Moment } from '../model/timelineNotes.ts';
import { momentDoubtText } from '../textsOf.ts';

interface MomentTableProps {
  flags: readonly Flag[];
  chosen: string | undefined;
  mayJudge: boolean;
  onChoose(moment: Moment): void;
  onJudge(moment: Moment, state: Moment['state']): void;
}

const TONES = { kept: 'good', proposed: 'neutral', dismissed: 'neutral' } as const;

/** The moments that are shown, in time, to keep or to dismiss. */
export function MomentTable({ flags, chosen, mayJudge, onChoose, onJudge }: MomentTableProps) {
  const zone = useZone();
  if (flags.length === 0)
    return <EmptyState title={t.timeline.tables.noMoments} text={t.timeline.tables.noMomentsText} />;
  const openAfter = new Set(flags.filter((flag, place) => place > 0 && isOrderOpen(flags[place - 1]!, flag)));
  const [first, last] = [flags[0], flags.at(-1)];
  const hasDays = first && last && areDaysApart(first.moment.at, last.moment.at, zone);
  const columns: Column<Flag>[] = [
    {
      key: 'at',
      onCard: 'plain',
      label: t.timeline.tables.time,
      cell: flag => (
        <span className="flex gap-1.5">
          <Time at={flag.moment.at} as={hasDays ? 'full' : 'clock'} digits={3} />
          {openAfter.has(flag) && (
            <span className="text-warn" title={t.timeline.tables.unsettled}>
              <span aria-hidden>≈</span>
              <span className="sr-only">{t.timeline.tables.unsettled}</span>
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'title',
      onCard: 'lead',
      label: t.timeline.tables.title,
      cell: ({ moment }) => (
        <>
          <button
            type="button"
            aria-pressed={moment.id === chosen}
            className="min-h-6 text-left font-medium hover:text-accent hover:underline aria-pressed:text-accent"
            onClick={() => onChoose(moment)}
          >
            <bdi>{moment.title}</bdi>
          </button>
          <p className="text-sm text-muted">
            {[momentKind(moment.kind).label, moment.service, momentDoubtText(moment)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      ),
    },
    {
      key: 'state',
      onCard: 'plain',
      label: t.timeline.tables.state,
      isExtra: true,
      cell: ({ state }) => <Badge tone={TONES[state]}>{t.timeline.states[state]}</Badge>,
    },
  ];
  if (mayJudge)
    columns.push({
      key: 'judge',
      className: 'no-print',
      onCard: 'after',
      label: t.timeline.judge,
      isNumber: true,
      cell: ({ moment }) => (
        <span className="flex justify-end gap-1">
          {moment.state !== 'kept' && (
            <Button
              size="icon"
              kind="quiet"
              aria-label={`${t.timeline.keep}: ${moment.title}`}
              icon={<Check size={15} />}
              onClick={() => onJudge(moment, 'kept')}
            />
          )}
          {moment.state !== 'dismissed' && (
            <Button
              size="icon"
              kind="quiet"
              aria-label={`${t.timeline.dismiss}: ${moment.title}`}
              icon={<X size={15} />}
              onClick={() => onJudge(moment, 'dismissed')}
            />
          )}
        </span>
      ),
    });
  return (
    <div className="relative max-h-[28rem] overflow-y-auto print:max-h-none">
      <Table
        caption={t.timeline.tables.moments}
        columns={columns}
        rows={flags}
        keyOf={({ moment }) => moment.id}
      />
    </div>
  );
}
