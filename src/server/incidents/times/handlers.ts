import { parseInstant } from '../../../core/instant.ts';
import type { IncidentTransition } from '../../../core/lifecycle/incident.ts';
import type { IncidentTimes, TimeName } from '../../../core/lifecycle/incidentTimes.ts';
import { isFiller } from '../../../core/writing/isFiller.ts';
import { enterIncident } from '../../platform/access/enterIncident.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { operations } from '../../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../../platform/operations/page.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { changeIncident } from '../changeIncident.ts';
import { type Incident, timesOf } from '../toIncident.ts';
import { planStep, replaceTimes, type Step } from './replaceTimes.ts';
import * as store from './store.ts';

const on = operations.incidents;

/** One transition; whether it is allowed stands in the core's table. */
const move = (
  transition: IncidentTransition,
  { id, ...step }: Omit<Step, 'transition'> & { id: string },
  context: OperationContext,
): Promise<Incident> => changeIncident(context, id, row => planStep(context, row, { transition, ...step }));

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
        { issues: [{ path: '/reason', message: 'says nothing: write how the right time is known' }] },
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
    return pageFrom(rows, limit, row => [row.id]);
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
