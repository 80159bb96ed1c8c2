import type { Excerpt, Moment } from '../../../core/document/bundle.ts';
import { momentKind } from '../../../core/document/momentKinds.ts';

/** What is let through; an empty set lets everything through. */
export interface TimelineFilter {
  sources: Set<string>;
  levels: Set<string>;
  kinds: Set<string>;
  families: Set<string>;
}

/** A filter that lets everything through. */
export function openFilter(): TimelineFilter {
  return { sources: new Set(), levels: new Set(), kinds: new Set(), families: new Set() };
}

/** Whether an event is to be shown. */
export function passesEvent(filter: TimelineFilter, event: Excerpt): boolean {
  return (
    letsLane(filter, event) && lets(filter.levels, event.level || 'none') && lets(filter.kinds, event.kind)
  );
}

/** Whether a moment is to be shown; levels and record kinds say nothing about moments. */
export function passesMoment(filter: TimelineFilter, moment: Moment): boolean {
  return letsLane(filter, moment) && lets(filter.families, momentKind(moment.kind).family);
}

/** How many restrictions are on. */
export function filterSize({ sources, levels, kinds, families }: TimelineFilter): number {
  return sources.size + levels.size + kinds.size + families.size;
}

/** Lanes are sources or services. */
function letsLane({ sources }: TimelineFilter, item: { source: string; service: string }): boolean {
  return lets(sources, item.source) || sources.has(item.service);
}

function lets(allowed: ReadonlySet<string>, value: string): boolean {
  return allowed.size === 0 || allowed.has(value);
}
