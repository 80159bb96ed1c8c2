import { randomUUIDv7 } from 'node:crypto';
import { parseInstant } from '../../core/instant.ts';
import { NO_TIMES, type TimeName } from '../../core/lifecycle/incidentTimes.ts';
import { SYSTEM } from '../platform/operations/actor.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { operations } from '../platform/operations/operations.ts';
import { grantSight, ownSight } from './access/grantSight.ts';
import { aboutIncident } from './changeIncident.ts';
import { checkCourse } from './checkCourse.ts';
import { checkTerms } from './checkTerms.ts';
import { giveRoles } from './roles/giveRoles.ts';
import { setTeams } from './roles/setTeams.ts';
import { setServices } from './setServices.ts';
import * as store from './store.ts';
import { insertTimeChanges } from './times/store.ts';
import { toIncident } from './toIncident.ts';

interface FirstTimes {
  startedAt: string | null;
  detectedAt: string | null;
  declaredAt: string;
}

/** The times that a declaration says, on record with it; an impossible order is refused. */
async function keepTimes({ db, now, actor }: OperationContext, id: string, times: FirstTimes): Promise<void> {
  const given = (Object.entries(times) as [TimeName, string | null][]).filter(([, at]) => at !== null);
  const parsed = Object.fromEntries(given.map(([name, at]) => [name, parseInstant(at!)]));
  checkCourse({ ...NO_TIMES, ...parsed }, now);
  const changes = given.map(([name, after]) => ({ name, before: null, after }));
  await insertTimeChanges(db, id, changes, {
    cause: 'declare',
    reason: '',
    changedBy: actor.id || null,
    changedAt: now,
  });
}

/** Declares an incident; with a restriction it is hidden from its first moment. */
export const declareIncident = operations.incidents.declare.handler(
  async ({ input: { serviceIds, times, teams, roles, restriction, ...fields }, context }) => {
    const { db, now, actor } = context;
    const id = randomUUIDv7();
    const first = {
      startedAt: times.startedAt ?? null,
      detectedAt: times.detectedAt ?? null,
      declaredAt: times.declaredAt ?? now,
    };
    await checkTerms(context, fields);
    await store.insertIncident(db, {
      id,
      ...fields,
      ...first,
      restrictionReason: restriction?.reason ?? null,
      declaredBy: actor.id || null,
      at: now,
    });
    await keepTimes(context, id, first);
    await setServices(context, id, serviceIds);
    await setTeams(context, id, teams);
    await giveRoles(
      context,
      id,
      Object.entries(roles).map(([role, personId]) => ({ role, personId, note: '' })),
    );
    await grantSight(context, id, [...ownSight(context, 'Declared it.'), ...(restriction?.access ?? [])]);
    const after = toIncident((await store.findIncident(db, SYSTEM, id))!, now);
    await context.record({ ...aboutIncident(id), after });
    return after;
  },
);
