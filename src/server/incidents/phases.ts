import { parseInstant, printInstant } from '../../core/instant.ts';
import { incidentPhases } from '../../core/lifecycle/incidentPhases.ts';
import { listTurns } from '../moments/store.ts';
import { operations } from '../platform/operations/operations.ts';
import { readIncident } from './readIncident.ts';
import { timesOf } from './toIncident.ts';

/** Reads the phases that follow from an incident's times and kept moments. */
export const readPhases = operations.incidents.phases.handler(async ({ input, context }) => {
  const row = await readIncident(context, input.id);
  const kept = await listTurns(context.db, row.id);
  const { phases, remarks } = incidentPhases(
    timesOf(row),
    kept.map(moment => ({ ...moment, at: parseInstant(moment.at) })),
  );
  return {
    phases: phases.map(({ name, from, to, basis }) => ({
      name,
      from: printInstant(from),
      to: to === null ? null : printInstant(to),
      time: 'time' in basis ? basis.time : null,
      momentId: 'momentId' in basis ? basis.momentId : null,
    })),
    remarks,
  };
});
