import { parseInstant, printInstant } from '../../../core/instant.ts';
import type { IncidentState, IncidentTransition } from '../../../core/lifecycle/incident.ts';
import { type IncidentTimes, TIME_NAMES } from '../../../core/lifecycle/incidentTimes.ts';
import { moveIncident } from '../../../core/lifecycle/moveIncident.ts';
import type { Changes } from '../../platform/db/changes.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { checkCourse } from '../checkCourse.ts';
import type { IncidentColumns, IncidentRow } from '../store.ts';
import { timesOf } from '../toIncident.ts';
import * as store from './store.ts';

/** The times that differ, as columns; what stays keeps its bytes. */
function changesBetween(row: IncidentRow, next: IncidentTimes): store.TimeChange[] {
  const times = timesOf(row);
  return TIME_NAMES.filter(name => next[name] !== times[name]).map(name => ({
    name,
    before: row[name],
    after: next[name] === null ? null : printInstant(next[name]),
  }));
}

/** Checks new times, keeps the old ones with the reason, and gives the columns to change. */
export async function replaceTimes(
  { db, now, actor }: OperationContext,
  row: IncidentRow,
  next: IncidentTimes,
  why: { cause: string; reason: string },
): Promise<Changes<IncidentColumns>> {
  const changes = changesBetween(row, next);
  checkCourse(next, now);
  await store.insertTimeChanges(db, row.id, changes, { ...why, changedBy: actor.id || null, changedAt: now });
  return Object.fromEntries(changes.map(({ name, after }) => [name, after]));
}

export interface Step {
  transition: IncidentTransition;
  /** When it really happened, in ISO; undefined for now. */
  at?: string | undefined;
  reason: string;
}

/**
 * The columns that one transition changes; its times are kept with the reason.
 *
 * @throws conflict when the core's table does not allow it
 */
export async function planStep(
  context: OperationContext,
  row: IncidentRow,
  { transition, at, reason }: Step,
): Promise<Changes<IncidentColumns>> {
  const course = { state: row.state as IncidentState, times: timesOf(row) };
  const given = { at: at === undefined ? undefined : parseInstant(at), now: parseInstant(context.now) };
  const moved = moveIncident(course, transition, given);
  if ('refused' in moved) refuse('conflict', moved.refused);
  return {
    state: moved.state,
    ...(await replaceTimes(context, row, moved.times, { cause: transition, reason })),
  };
}
