import { z } from 'zod';
import type { PostmortemTransition } from '../core/lifecycle/postmortem.ts';
import { incidentRef } from './incidentFields.ts';
import { changes, reads } from './operation.ts';
import { citation, postmortem, state, summary } from './postmortemFields.ts';
import { postmortemText } from './postmortemText.ts';
import { CONTRIBUTORS, EVERYONE, RESTRICTERS } from './roles.ts';
import { day, id, line, pageInput, pageOf, several, text } from './values.ts';

const MOST_ON_LIST = 500;
const step = z.object({ id, reason: text(2_000).default('') });

const moves = (transition: PostmortemTransition, summary: string) =>
  changes(CONTRIBUTORS, { isVersioned: true }).route({
    method: 'POST',
    path: `/postmortems/{id}/${transition}`,
    summary,
  });

export const postmortems = {
  list: reads(EVERYONE, { isTool: true })
    .route({ method: 'GET', path: '/postmortems', summary: 'List postmortems, the last changed first.' })
    .input(
      z.object({
        ...pageInput,
        state: several(state).optional(),
        kind: several(text(60)).optional(),
        ownerId: id.optional(),
        isMine: z.boolean().optional(),
        incidentId: incidentRef.optional(),
        text: text(200).optional().describe('part of the title of it or its incident'),
      }),
    )
    .output(pageOf(summary)),

  get: reads(EVERYONE, { isVersioned: true, isTool: true })
    .route({ method: 'GET', path: '/postmortems/{id}', summary: 'Read one postmortem with its text.' })
    .input(z.object({ id }))
    .output(postmortem),

  open: changes(CONTRIBUTORS, { isVersioned: true, isTool: true })
    .route({
      method: 'POST',
      path: '/postmortems',
      summary: 'Open the postmortem of an incident, filled from its draft when there is one.',
      successStatus: 201,
    })
    .input(
      z.object({
        incidentId: incidentRef,
        templateId: id.optional().describe('else what the decision checklist asks for'),
        title: line(300).optional().describe('else the incident’s'),
        dueOn: day.nullable().default(null),
      }),
    )
    .output(postmortem),

  edit: changes(CONTRIBUTORS, { isVersioned: true })
    .route({ method: 'PATCH', path: '/postmortems/{id}', summary: 'Change title, due day or owner.' })
    .input(
      z
        .object({ id, title: line(300), dueOn: day.nullable(), ownerId: id })
        .partial()
        .required({ id: true }),
    )
    .output(postmortem),

  finish: moves('finish', 'Say that a postmortem says what it should.').input(step).output(postmortem),
  revise: moves('revise', 'Make a finished or withdrawn postmortem a draft again.')
    .input(step)
    .output(postmortem),
  withdraw: moves('withdraw', 'Withdraw a postmortem that is not to be written.')
    .input(step.extend({ reason: line(2_000) }))
    .output(postmortem),

  restrict: changes(RESTRICTERS, { isVersioned: true })
    .route({ method: 'PUT', path: '/postmortems/{id}/access', summary: 'Say who may see a postmortem.' })
    .input(
      z.object({
        id,
        isRestricted: z.boolean(),
        reason: line(2_000),
        personIds: z.array(id).max(MOST_ON_LIST).default([]),
        teamIds: z.array(id).max(MOST_ON_LIST).default([]),
      }),
    )
    .output(postmortem),

  citations: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/postmortems/{id}/citations',
      summary: 'Read the evidence that the text cites, under the names that it uses.',
    })
    .input(z.object({ id }))
    .output(z.object({ items: z.array(citation) })),

  ...postmortemText,
};
