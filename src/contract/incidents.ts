import { z } from 'zod';
import type { IncidentTransition } from '../core/lifecycle/incident.ts';
import { PHASE_NAMES } from '../core/lifecycle/incidentPhases.ts';
import { incidentAccess } from './incidentAccess.ts';
import { incidentDecision } from './incidentDecision.ts';
import {
  incidentFields as fields,
  grantee,
  incident,
  incidentRef,
  incidentRole,
  incidentTeams,
  incidentTimes,
  isOneGrantee,
  reason,
  remark,
} from './incidentFields.ts';
import { incidentLists } from './incidentLists.ts';
import { changes, reads } from './operation.ts';
import { CONTRIBUTORS, EVERYONE } from './roles.ts';
import { id, instant, line, named, pageInput, pageOf, several, text } from './values.ts';

const target = z.object({ id: incidentRef });

/** What a transition may say: when it really happened, if not now, and why. */
const step = target.extend({
  at: instant.optional().describe('when it happened, if not now'),
  reason: text(2_000).default('').describe('why, if there is something to say'),
});

const moves = (transition: IncidentTransition, summary: string) =>
  changes(CONTRIBUTORS, { isVersioned: true, isTool: true }).route({
    method: 'POST',
    path: `/incidents/{id}/${transition}`,
    summary,
  });

const course = {
  acknowledge: moves('acknowledge', 'Say that someone has taken an incident on.')
    .input(step)
    .output(incident),
  mitigate: moves('mitigate', 'Say that the effect of an incident is contained.')
    .input(step)
    .output(incident),
  restore: moves('restore', 'Say that service is back.').input(step).output(incident),
  close: moves('close', 'Close an incident: the response is done.').input(step).output(incident),
  reopen: moves('reopen', 'Reopen an incident, because the trouble is back or was never over.')
    .input(target.extend({ reason }))
    .output(incident),

  correctTimes: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'PATCH',
      path: '/incidents/{id}/times',
      summary: 'Correct times of an incident, with a reason.',
    })
    .input(target.extend({ times: incidentTimes.partial(), reason }))
    .output(incident),

  timeChanges: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/incidents/{id}/times',
      summary: 'List how the times of an incident came to be.',
    })
    .input(target.extend(pageInput))
    .output(
      pageOf(
        z.object({
          id,
          name: z.string().describe('`restoredAt`'),
          before: instant.nullable(),
          after: instant.nullable(),
          cause: z.string().describe('the operation that changed it'),
          reason: z.string(),
          changedBy: named.nullable(),
          changedAt: instant,
        }),
      ),
    ),
};

const people = {
  assignRole: changes(CONTRIBUTORS, { isVersioned: true, isTool: true })
    .route({
      method: 'PUT',
      path: '/incidents/{id}/roles/{role}',
      summary: 'Assign a role in an incident, hand it over, or lay it down.',
    })
    .input(
      target.extend({
        role: incidentRole,
        personId: id.nullable().describe('null when nobody has it any more'),
        note: text(2_000).default('').describe('what the next one must know'),
      }),
    )
    .output(incident),

  roleChanges: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/incidents/{id}/roles',
      summary: 'List who had which role in an incident, and when.',
    })
    .input(target.extend(pageInput))
    .output(
      pageOf(
        z.object({
          id,
          role: incidentRole,
          person: named,
          since: instant,
          until: instant.nullable(),
          note: z.string(),
          assignedBy: named.nullable(),
        }),
      ),
    ),

  setTeams: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'PUT',
      path: '/incidents/{id}/teams',
      summary: 'Say which teams take part in an incident, and one that owns it.',
    })
    .input(target.extend({ teams: incidentTeams }))
    .output(incident),
};

/** What was done to an incident and what hangs on it, newest first. */
const activityEntry = z.object({
  id,
  at: instant,
  operation: z.string(),
  kind: z.string().describe('`change`, `view`, `evidence_read` …'),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  subject: z
    .object({
      kind: z.string(),
      id: z.string(),
      name: z.string().nullable().describe('what a file, moment or note is called, or how it begins'),
    })
    .nullable(),
  changed: z
    .array(
      z.object({
        field: z.string(),
        before: z.unknown().describe('any value'),
        after: z.unknown().describe('any value'),
      }),
    )
    .describe('the fields that differ'),
});

const phases = z.object({
  phases: z.array(
    z.object({
      name: z.enum(PHASE_NAMES),
      from: instant,
      to: instant.nullable().describe('null while it goes on'),
      time: z.string().nullable().describe('the time of the incident that it begins with'),
      momentId: id.nullable().describe('the kept moment that it begins with, where nobody noted a time'),
    }),
  ),
  remarks: z.array(remark),
});

export const incidents = {
  declare: changes(CONTRIBUTORS, { isVersioned: true, isTool: true })
    .route({ method: 'POST', path: '/incidents', summary: 'Declare an incident.', successStatus: 201 })
    .input(
      z.object({
        ...fields,
        summary: fields.summary.default(''),
        layer: fields.layer.default(null),
        causeClass: fields.causeClass.default(null),
        useCase: fields.useCase.default(null),
        serviceIds: fields.serviceIds.default([]),
        impact: fields.impact.default([]),
        links: fields.links.default([]),
        times: incidentTimes
          .pick({ startedAt: true, detectedAt: true, declaredAt: true })
          .partial()
          .default({})
          .describe('when it began and was noticed; when it was declared, if not now'),
        teams: incidentTeams.default([]),
        roles: z.partialRecord(incidentRole, id).default({}),
        restriction: z
          .object({
            reason,
            access: z
              .array(z.object(grantee).refine(isOneGrantee, 'names a person or a team, one of the two'))
              .max(200)
              .default([]),
          })
          .optional()
          .describe('restricts it from the first moment'),
      }),
    )
    .output(incident),

  get: reads(EVERYONE, { isVersioned: true, isTool: true })
    .route({ method: 'GET', path: '/incidents/{id}', summary: 'Read one incident.' })
    .input(target)
    .output(incident),

  edit: changes(CONTRIBUTORS, { isVersioned: true, isTool: true })
    .route({ method: 'PATCH', path: '/incidents/{id}', summary: 'Change some fields of an incident.' })
    .input(z.object(fields).partial().extend(target.shape))
    .output(incident),

  ...incidentLists,
  ...course,
  ...people,
  ...incidentAccess,
  ...incidentDecision,

  activity: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/incidents/{id}/activity',
      summary: 'List what was done to an incident, newest first.',
    })
    .input(target.extend({ ...pageInput, kind: several(line(40)).optional() }))
    .output(pageOf(activityEntry)),

  phases: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/incidents/{id}/phases',
      summary: 'Read the phases that follow from times and kept moments.',
    })
    .input(target)
    .output(phases),
};
