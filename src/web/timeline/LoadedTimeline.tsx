import { useMemo, useRef, useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { printInstant } from '../../core/instant.ts';
import { useMe } from '../shell/useMe.ts';
import type { TimelineView } from './createTimelineView.ts';
import type { ShownEvents } from './model/shownEvents.ts';
import type { TimelineModel } from './model/timelineModel.ts';
import { flagsOf, type Moment, type PhaseBand } from './model/timelineNotes.ts';
import { FilterMenu } from './parts/FilterMenu.tsx';
import { FirstsPanel } from './parts/FirstsPanel.tsx';
import { type MomentDraft, MomentForm } from './parts/MomentForm.tsx';
import { PrintedStage } from './parts/PrintedStage.tsx';
import { SearchField } from './parts/SearchField.tsx';
import { StatusLine } from './parts/StatusLine.tsx';
import { TimelineStage } from './parts/TimelineStage.tsx';
import { TimelineTables } from './parts/TimelineTables.tsx';
import { Toolbar } from './parts/Toolbar.tsx';
import { useAddress } from './useAddress.ts';
import { useChosen } from './useChosen.ts';
import { useExports } from './useExports.ts';
import { useFollowedView } from './useFollowedView.ts';
import { useMatches } from './useMatches.ts';
import { useJudgeMoment } from './useMomentChanges.ts';
import { useStepping } from './useStepping.ts';
import { useTexts } from './useTexts.ts';
import { useTimelineShortcuts } from './useTimelineShortcuts.ts';

interface LoadedTimelineProps {
  incidentId: string;
  readingId: string | undefined;
  model: TimelineModel;
  events: ShownEvents;
  moments: readonly Moment[];
  phases: readonly PhaseBand[];
}

/** The timeline with all that is needed at hand: toolbar, stage, what is new in a stretch, tables and details. */
export function LoadedTimeline({
  incidentId,
  readingId,
  model,
  events,
  moments,
  phases,
}: LoadedTimelineProps) {
  const me = useMe();
  const mayJudge = me.may(CONTRIBUTORS);
  const [address, change] = useAddress();
  const viewRef = useRef<TimelineView>(undefined);
  const searchRef = useRef<HTMLInputElement>(null);
  const [view, setView] = useState(address.view ?? model.home);
  const saidView = useFollowedView(viewRef, address.view, model.home);
  const [form, setForm] = useState<{ moment: Moment | undefined; draft: MomentDraft }>();
  const { texts, want } = useTexts(incidentId, readingId);
  const matches = useMatches(incidentId, readingId, address.search, { model, events });
  const flags = useMemo(() => flagsOf(moments, address.shown), [moments, address.shown]);
  const open = useMemo(() => new Set(address.open), [address.open]);
  const judge = useJudgeMoment(incidentId);
  const { chosen, chosenMoment, choose, chooseRecord } = useChosen(model, moments, address.chosen, change);
  const show = (at: number): void => viewRef.current?.show(at);
  const steps = useStepping({ model, events, flags, hits: matches.hits, chosen, choose, show });
  const exports = useExports({ incidentId, readingId, filter: address.filter, viewRef });

  const instantInMind = (): string => {
    const { stage } = viewRef.current!;
    const { from, to } = stage.view;
    return printInstant(Math.round(chosen?.at ?? (from + to) / 2));
  };
  const annotate = (draft: Partial<MomentDraft> = {}): void =>
    setForm({
      moment: undefined,
      draft: { at: instantInMind(), title: '', service: '', uncertaintyUs: null, ...draft },
    });
  const edit = (moment: Moment): void => setForm({ moment, draft: moment });
  const selectView = (): void => change({ range: viewRef.current?.stage.view ?? view }, 'step');
  const toggleSeries = (): void => change({ hasSeries: !address.hasSeries }, 'step');
  const judgeChosen = (state: Moment['state']) => (): void => {
    if (chosenMoment && mayJudge) judge(chosenMoment, state);
  };
  const severalSources = model.groups.filter(({ lanes }) => lanes.length > 1).map(({ service }) => service);
  const toggle = (service: string): void =>
    change({
      open: open.has(service) ? address.open.filter(name => name !== service) : [...address.open, service],
    });

  const keys = new Map<string, () => unknown>([
    [',', () => steps.stepMoment(-1)],
    ['.', () => steps.stepMoment(1)],
    ['[', () => steps.stepEvent(-1)],
    [']', () => steps.stepEvent(1)],
    ['n', () => steps.stepHit(1)],
    ['N', () => steps.stepHit(-1)],
    ['s', () => searchRef.current?.focus()],
    ['g', toggleSeries],
    ['r', selectView],
    ['a', () => mayJudge && annotate()],
    ['k', judgeChosen('kept')],
    ['x', judgeChosen('dismissed')],
    ['e', () => chosenMoment && mayJudge && edit(chosenMoment)],
    ['Enter', () => document.getElementById('timeline-detail')?.focus()],
    ['Escape', () => change({ chosen: undefined, range: undefined })],
  ]);
  useTimelineShortcuts(keys);

  return (
    <section>
      <Toolbar
        search={
          <SearchField
            inputRef={searchRef}
            text={address.search}
            found={
              matches.hits && { place: steps.hitPlace, total: matches.hits.length, isCut: matches.isCut }
            }
            isPending={matches.isPending}
            onSearch={search => change({ search })}
            onStep={steps.stepHit}
          />
        }
        filter={
          <FilterMenu model={model} filter={address.filter} onFilter={filter => change({ filter }, 'step')} />
        }
        shown={address.shown}
        hasSeries={address.hasSeries}
        isAnyOpen={open.size > 0}
        onSeries={model.series.length > 0 ? toggleSeries : null}
        onOpenAll={
          severalSources.length > 0
            ? () => change({ open: open.size > 0 ? [] : severalSources }, 'step')
            : null
        }
        onAnnotate={mayJudge ? () => annotate() : null}
        onShown={shown => change({ shown }, 'step')}
        onZoom={factor => viewRef.current?.zoom(factor)}
        onWhole={() => viewRef.current?.camera.glide(model.home)}
        onSelectView={selectView}
        {...exports}
      />
      <TimelineStage
        model={model}
        events={events}
        flags={flags}
        phases={phases}
        hits={matches.hits}
        texts={texts}
        selected={chosen}
        range={address.range}
        hasSeries={address.hasSeries}
        open={open}
        initialView={address.view}
        viewRef={viewRef}
        onToggle={toggle}
        effects={{
          viewed(shown) {
            setView(shown);
            saidView(shown);
            const isHome = shown.from === model.home.from && shown.to === model.home.to;
            change({ view: isHome ? undefined : shown });
          },
          choose,
          chooseRange: range => change({ range }, 'step'),
          wanted: numbers => void want(numbers),
          keys,
        }}
      />
      <PrintedStage viewRef={viewRef} />
      <StatusLine model={model} events={events} view={view} />
      {address.range && readingId && (
        <FirstsPanel
          incidentId={incidentId}
          readingId={readingId}
          range={address.range}
          onChoose={number => show(chooseRecord(number))}
          onZoom={() => viewRef.current?.camera.glide(address.range!)}
          onClose={() => change({ range: undefined }, 'step')}
        />
      )}
      <TimelineTables
        {...{ incidentId, readingId, model, events, view, flags, texts, mayJudge, chosen, chosenMoment }}
        table={address.table}
        onTable={table => change({ table })}
        onChoose={choose}
        onJudge={judge}
        onEdit={edit}
        onAdd={annotate}
        onShow={show}
        onWant={want}
      />
      {form && (
        <MomentForm
          incidentId={incidentId}
          draft={form.draft}
          // As it is now, not as it was when the form was opened: others may edit it too.
          moment={form.moment && (moments.find(({ id }) => id === form.moment?.id) ?? form.moment)}
          onClose={() => setForm(undefined)}
          onSaved={saved => {
            setForm(undefined);
            change({ chosen: `moment:${saved.id}`, table: 'moments' });
          }}
        />
      )}
    </section>
  );
}
