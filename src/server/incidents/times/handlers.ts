import { parseInstant, printInstant } from '../../../core/instant.ts';
import type { IncidentState, IncidentTransition } from '../../../core/lifecycle/incident.ts';
import { type IncidentTimes, TIME_NAMES, type TimeName } from '../../../core/lifecycle/incidentTimes.ts';
import { moveIncident } from '../../../core/lifecycle/moveIncident.ts';
import { isFiller } from '../../../core/writing/isFiller.ts';
import { enterIncident } from '../../platform/access/enterIncident.ts';
import type { Changes } from '../../platform/db/changes.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { operations } from '../../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../../platform/operations/page.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { changeIncident } from '../changeIncident.ts';
import { checkCourse } from '../checkCourse.ts';
import type { IncidentColumns, IncidentRow } from '../store.ts';
import { type Incident, timesOf } from '../toIncident.ts';
import * as store from './store.ts';

const on = operations.incidents;

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
async function replaceTimes(
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

interface Step {
  id: string;
  at?: string | undefined;
  reason: string;
}

/** One transition; whether it is allowed stands in the core's table. */
const move = (
  transition: IncidentTransition,
  { id, at, reason }: Step,
  context: OperationContext,
): Promise<Incident> =>
  changeIncident(context, id, async row => {
    const course = { state: row.state as IncidentState, times: timesOf(row) };
    const given = { at: at === undefined ? undefined : parseInstant(at), now: parseInstant(context.now) };
    const moved = moveIncident(course, transition, given);
    if ('refused' in moved) refuse('conflict', moved.refused);
    return {
      state: moved.state,
      ...(await replaceTimes(context, row, moved.times, { cause: transition, reason })),
    };
  });

/** Handlers of an incident's course in time. */
export const timeHandlers = {
  acknowledge: on.acknowledge.handler(({ input, context }) => move('acknowledge', input, context)),
  mitigate: on.mitigate.handler(({ input, context }) => move('mitigate', input, context)),
  restore: on.restore.handler(({ input, context }) => move('restore', input, context)),
  close: on.close.handler(({ input, context }) => move('close', input, context)),
  reopen: on.reopen.handler(({ input, context }) => move('reopen', input, context)),

  correctTimes: on.correctTimes.handler(({ input: { id, times, reason }, context }) => {
    if (isFiller(reason))
      refuse(
        'invalid',
        'A corrected time needs a reason that says how the right one is known. Write a sentence.',
      );
    return changeIncident(context, id, async row => {
      const corrected = { ...timesOf(row), ...inMicros(times) };
      if (corrected.declaredAt === null)
        refuse(
          'invalid',
          'An incident has always been declared at some time: give that time instead of none.',
        );
      return replaceTimes(context, row, corrected, { cause: 'correctTimes', reason });
    });
  }),

  timeChanges: on.timeChanges.handler(async ({ input: { id, cursor, limit }, context }) => {
    const incident = await enterIncident(context, id);
    const [after] = cursor ? (fromCursor(cursor, 1) as [string]) : [];
    const rows = await store.listTimeChanges(context.db, incident.id, { after, most: limit + 1 });
    return pageFrom(
      rows,
      limit,
      row => [row.id],
      row => row,
    );
  }),
};

const inMicros = (
  times: Readonly<Partial<Record<TimeName, string | null | undefined>>>,
): Partial<IncidentTimes> =>
  Object.fromEntries(
    Object.entries(times)
      .filter(([, at]) => at !== undefined)
      .map(([name, at]) => [name, at === null ? null : parseInstant(at!)]),
  );
