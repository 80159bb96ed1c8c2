import { z } from 'zod';
import { ACTION_STATES, ACTION_TRANSITIONS, type ActionTransition } from '../core/lifecycle/action.ts';
import { ACTION_KINDS } from '../core/lifecycle/actionKinds.ts';
import { EFFORTS, IMPACTS, PRIORITIES } from '../core/lifecycle/priority.ts';
import { VERIFICATION_KINDS } from '../core/lifecycle/verification.ts';
import { incidentRef, remark } from './incidentFields.ts';
import { changes, reads } from './operation.ts';
import { CONTRIBUTORS, EVERYONE } from './roles.ts';
import { day, id, instant, line, named, pageInput, pageOf, prose, several, text, version } from './values.ts';

const MOST_AT_ONCE = 200;

const kind = z.enum(ACTION_KINDS.map(({ id }) => id));
const state = z.enum(ACTION_STATES);
const priority = z.enum(PRIORITIES);
const transition = z.enum(ACTION_TRANSITIONS);
const impact = z.enum(IMPACTS).nullable();

const priorityFacts = z
  .object({
    sloImpact: impact,
    customerImpact: impact,
    recurrenceRisk: impact,
    effort: z.enum(EFFORTS).nullable(),
  })
  .describe('null where nobody has said: counted as medium');

const verification = z.object({
  kind: z.enum(VERIFICATION_KINDS),
  fields: z
    .record(text(40), z.union([text(10_000), z.number()]))
    .describe('a value for each field of the kind, by its id'),
});

const fields = {
  title: line(300),
  description: prose,
  kind,
  ownerId: id.nullable().describe('the one person who answers for it'),
  dueOn: day.nullable(),
  priorityFacts: priorityFacts.partial(),
  priorityOverride: z
    .object({ priority, note: line(2_000) })
    .nullable()
    .describe('a priority other than the computed one, and why'),
  verification: verification.nullable(),
};

const links = {
  incidentId: incidentRef,
  postmortemId: id.nullable(),
  findingId: id.nullable(),
};

export const action = z.object({
  id,
  version,
  title: z.string(),
  description: z.string(),
  kind,
  state,
  owner: named.nullable(),
  dueOn: day.nullable(),
  isOverdue: z.boolean(),
  priority,
  computedPriority: z.object({ priority, score: z.number(), explanation: z.array(z.string()) }),
  priorityFacts,
  priorityOverride: z.object({ priority, note: z.string(), by: named, at: instant }).nullable(),
  verification: z
    .object({
      kind: verification.shape.kind,
      fields: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
  incident: z.object({ id, number: z.string().describe('`INC-12`'), title: z.string() }),
  postmortemId: id.nullable(),
  findingId: id.nullable(),
  canGo: z.array(transition).describe('what its state allows next'),
  remarks: z.array(remark).describe('what a reviewer would object to: vague, ownerless, unproved'),
  createdAt: instant,
  updatedAt: instant,
});

const plan = action.shape.verification.unwrap();

const proposal = z.object({
  title: z.string(),
  kind,
  because: z.string().describe('why the draft proposes it'),
  verification: plan,
  remarks: z.array(remark).describe('what the plan still lacks'),
  isTaken: z.boolean().describe('whether the incident has an action of this title'),
});

const move = z.object({
  id,
  transition,
  from: state,
  to: state,
  note: z.string(),
  by: named.nullable(),
  at: instant,
});

const note = text(10_000).default('').describe('the reason, or what evidence was seen');
const step = z.object({ id, note });

const moves = (transition: ActionTransition, summary: string) =>
  changes(CONTRIBUTORS, { isVersioned: true, isTool: true }).route({
    method: 'POST',
    path: `/actions/{id}/${transition}`,
    summary,
  });

export const actions = {
  list: reads(EVERYONE, { isTool: true })
    .route({ method: 'GET', path: '/actions', summary: 'List actions.' })
    .input(
      z.object({
        ...pageInput,
        state: several(state).optional(),
        kind: several(kind).optional(),
        priority: several(priority).optional(),
        ownerId: id.optional(),
        isMine: z.boolean().optional(),
        isOwned: z.boolean().optional().describe('false: those without an owner'),
        isOverdue: z.boolean().optional(),
        serviceId: id.optional().describe('a service that its incident affected'),
        incidentId: incidentRef.optional(),
        postmortemId: id.optional(),
        findingId: id.optional(),
        text: text(200).optional().describe('part of the title or description'),
        sort: z.enum(['due', 'priority', 'newest']).default('due'),
      }),
    )
    .output(pageOf(action)),

  get: reads(EVERYONE, { isVersioned: true, isTool: true })
    .route({ method: 'GET', path: '/actions/{id}', summary: 'Read one action with its course.' })
    .input(z.object({ id }))
    .output(action.extend({ moves: z.array(move) })),

  proposals: reads(EVERYONE, { isTool: true })
    .route({
      method: 'GET',
      path: '/incidents/{incidentId}/proposed-actions',
      summary: 'List the actions that the draft of an incident proposes, ready to be corrected and added.',
    })
    .input(z.object({ incidentId: incidentRef }))
    .output(z.object({ items: z.array(proposal) })),

  add: changes(CONTRIBUTORS, { isVersioned: true, isTool: true })
    .route({
      method: 'POST',
      path: '/actions',
      summary: 'Add an action to an incident, its postmortem or a finding.',
      successStatus: 201,
    })
    .input(
      z.object({
        ...fields,
        ...links,
        description: fields.description.default(''),
        ownerId: fields.ownerId.default(null),
        dueOn: fields.dueOn.default(null),
        priorityFacts: fields.priorityFacts.default({}),
        priorityOverride: fields.priorityOverride.default(null),
        verification: fields.verification.default(null),
        postmortemId: links.postmortemId.default(null),
        findingId: links.findingId.default(null),
      }),
    )
    .output(action),

  edit: changes(CONTRIBUTORS, { isVersioned: true })
    .route({ method: 'PATCH', path: '/actions/{id}', summary: 'Change some fields of an action.' })
    .input(
      z
        .object({ ...fields, findingId: links.findingId, id })
        .partial()
        .required({ id: true }),
    )
    .output(action),

  start: moves('start', 'Say that work on an action has begun.').input(step).output(action),
  finish: moves('finish', 'Say that the change which an action promised is in place.')
    .input(step)
    .output(action),
  verify: moves('verify', 'Say that an action’s plan proved it, with the evidence that was seen.')
    .input(step.extend({ note: line(10_000) }))
    .output(action),
  cancel: moves('cancel', 'Cancel an action, with the reason.')
    .input(step.extend({ note: line(10_000) }))
    .output(action),
  reopen: moves('reopen', 'Reopen an action, with the reason.')
    .input(step.extend({ note: line(10_000) }))
    .output(action),

  editMany: changes(CONTRIBUTORS)
    .route({
      method: 'POST',
      path: '/actions/edit',
      summary: 'Change owner, due day or state of several actions, of all or of none.',
    })
    .input(
      z.object({
        items: z
          .array(
            z.object({ id, version: version.optional().describe('refused when it is at another by now') }),
          )
          .min(1)
          .max(MOST_AT_ONCE),
        ownerId: fields.ownerId.optional(),
        dueOn: fields.dueOn.optional(),
        move: z.object({ transition, note }).optional(),
      }),
    )
    .output(z.object({ items: z.array(action).describe('in the order in which they were asked for') })),
};
