import { MousePointerClick } from 'lucide-react';
import { useMemo } from 'react';
import type { TimeView } from '../../../core/chart/timeView.ts';
import { parseInstant } from '../../../core/instant.ts';
import type { Micros } from '../../../core/record.ts';
import { t } from '../../messages/index.ts';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { ShownEvents } from '../model/shownEvents.ts';
import { tableRows } from '../model/tableRows.ts';
import type { TimelineModel } from '../model/timelineModel.ts';
import type { Flag, Moment } from '../model/timelineNotes.ts';
import type { Chosen } from '../stage.ts';
import { EventDetail } from './EventDetail.tsx';
import { EventTable } from './EventTable.tsx';
import { MomentDetail } from './MomentDetail.tsx';
import type { MomentDraft } from './MomentForm.tsx';
import { MomentTable } from './MomentTable.tsx';

interface TimelineTablesProps {
  incidentId: string;
  readingId: string | undefined;
  model: TimelineModel;
  events: ShownEvents;
  view: TimeView;
  flags: readonly Flag[];
  texts: ReadonlyMap<number, string>;
  mayJudge: boolean;
  chosen: Chosen | undefined;
  chosenMoment: Moment | undefined;
  table: 'moments' | 'events';
  onTable(table: 'moments' | 'events'): void;
  onChoose(chosen: Chosen): void;
  onJudge(moment: Moment, state: Moment['state']): void;
  onEdit(moment: Moment): void;
  onAdd(draft: MomentDraft): void;
  onShow(at: Micros): void;
  onWant(numbers: readonly number[]): void;
}

/** What the timeline shows, to be read without seeing it: moments and events as tables, the chosen one beside them. */
export function TimelineTables(props: TimelineTablesProps) {
  const { model, events, view, flags, texts, mayJudge, chosen, chosenMoment, table } = props;
  const rows = useMemo(() => tableRows(events, view), [events, view]);
  const tabs = [
    ['moments', t.timeline.tables.moments, t.timeline.rowCount(flags.length)],
    ['events', t.timeline.tables.events, t.timeline.rowCount(rows.total)],
  ] as const;
  return (
    <div className="mt-3 grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <div role="tablist" className="no-print mb-2 flex gap-1">
          {tabs.map(([name, label, size]) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`timeline-tab-${name}`}
              aria-selected={table === name}
              aria-controls="timeline-table"
              tabIndex={table === name ? 0 : -1}
              onClick={() => props.onTable(name)}
              onKeyDown={event => {
                if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
                const next = name === 'moments' ? 'events' : 'moments';
                props.onTable(next);
                document.getElementById(`timeline-tab-${next}`)?.focus();
              }}
              className={cx(
                'flex h-8 items-center gap-2 rounded px-3',
                table === name ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-sunken',
              )}
            >
              {label} <span className="tabular text-xs">{size}</span>
            </button>
          ))}
        </div>
        <div role="tabpanel" id="timeline-table" aria-labelledby={`timeline-tab-${table}`}>
          {table === 'moments' ? (
            <MomentTable
              flags={flags}
              chosen={chosenMoment?.id}
              mayJudge={mayJudge}
              onChoose={moment => {
                const at = parseInstant(moment.at);
                props.onChoose({ kind: 'moment', at, id: moment.id });
                props.onShow(at);
              }}
              onJudge={props.onJudge}
            />
          ) : (
            <EventTable
              model={model}
              rows={rows}
              texts={texts}
              chosen={chosen?.kind === 'event' ? chosen.place : undefined}
              onChoose={place => props.onChoose({ kind: 'event', at: model.columns.at[place]!, place })}
              onWant={props.onWant}
            />
          )}
        </div>
      </div>
      <aside
        id="timeline-detail"
        tabIndex={-1}
        className={cx(
          'min-h-64 min-w-0 rounded border border-line bg-panel p-4 lg:mt-10',
          !chosen && 'print:hidden',
        )}
      >
        <Detail {...props} />
      </aside>
    </div>
  );
}

function Detail({
  chosen,
  chosenMoment,
  readingId,
  incidentId,
  model,
  mayJudge,
  ...on
}: TimelineTablesProps) {
  if (chosenMoment)
    return (
      <MomentDetail
        moment={chosenMoment}
        mayJudge={mayJudge}
        onJudge={state => on.onJudge(chosenMoment, state)}
        onEdit={() => on.onEdit(chosenMoment)}
        onShow={() => on.onShow(parseInstant(chosenMoment.at))}
      />
    );
  if (chosen?.kind === 'event' && readingId)
    return (
      <EventDetail
        key={chosen.place}
        {...{ incidentId, readingId, model }}
        place={chosen.place}
        mayAdd={mayJudge}
        onAdd={on.onAdd}
        onShow={() => on.onShow(chosen.at)}
      />
    );
  return (
    <EmptyState
      icon={<MousePointerClick size={24} />}
      title={t.timeline.detailEmptyTitle}
      text={t.timeline.detailEmptyText}
    />
  );
}
