import { lowerBound } from '../../core/chart/lowerBound.ts';
import type { Micros } from '../../core/record.ts';
import type { ShownEvents } from './model/shownEvents.ts';
import type { TimelineModel } from './model/timelineModel.ts';
import type { Flag } from './model/timelineNotes.ts';
import type { Chosen } from './stage.ts';

interface SteppingParts {
  model: TimelineModel;
  events: ShownEvents;
  flags: readonly Flag[];
  hits: Uint32Array | undefined;
  chosen: Chosen | undefined;
  choose(chosen: Chosen): void;
  show(at: Micros): void;
}

type Direction = 1 | -1;

/** Walks from what is chosen to the next moment, match or event of the same source. */
export function useStepping({ model, events, flags, hits, chosen, choose, show }: SteppingParts) {
  const { columns } = model;
  const from = chosen?.at ?? model.home.from;
  const go = (next: Chosen): void => {
    choose(next);
    show(next.at);
  };
  const goEvent = (place: number | undefined): void => {
    if (place !== undefined) go({ kind: 'event', at: columns.at[place]!, place });
  };
  const hitIndex = chosen?.kind === 'event' && hits ? hits.indexOf(chosen.place) : -1;

  return {
    /** Which match is chosen, from 1; 0 when none is. */
    hitPlace: hitIndex + 1,
    stepHit(direction: Direction): void {
      if (!hits || hits.length === 0) return;
      const start = chosen?.kind === 'event' ? chosen.place : lowerBound(columns.at, from);
      const after = lowerBound(hits, start + (direction > 0 && chosen?.kind === 'event' ? 1 : 0));
      const next = direction > 0 ? after : after - 1;
      goEvent(hits[(next + hits.length) % hits.length]);
    },
    stepMoment(direction: Direction): void {
      const place = chosen?.kind === 'moment' ? flags.findIndex(({ moment }) => moment.id === chosen.id) : -1;
      const beside =
        direction > 0 ? flags.find(({ at }) => at >= from) : flags.findLast(({ at }) => at <= from);
      const next = place >= 0 ? flags[place + direction] : beside;
      if (next) go({ kind: 'moment', at: next.at, id: next.moment.id });
    },
    stepEvent(direction: Direction): void {
      const { index } = chosen?.kind === 'event' ? events.byLane : events.all;
      const row = chosen?.kind === 'event' ? columns.lane[chosen.place]! : 0;
      const [start, end] = [index.starts[row]!, index.starts[row + 1]!];
      const here = chosen?.kind === 'event' ? chosen.place : lowerBound(columns.at, from);
      const place = lowerBound(index.order, here, start, end);
      const next = chosen?.kind === 'event' && direction > 0 ? place + 1 : direction > 0 ? place : place - 1;
      if (next >= start && next < end) goEvent(index.order[next]);
    },
  };
}
