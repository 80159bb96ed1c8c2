import { z } from 'zod';
import { POSTMORTEM_STATES, POSTMORTEM_TRANSITIONS } from '../core/lifecycle/postmortem.ts';
import { changes, reads } from './operation.ts';
import { CONTRIBUTORS, EVERYONE } from './roles.ts';
import { sectionId, template } from './templates.ts';
import { day, id, instant, line, named, pageInput, pageOf, prose, text, version } from './values.ts';

const MOST_SECTIONS = 100;
const MOST_ON_LIST = 500;

const state = z.enum(POSTMORTEM_STATES);
const transition = z.enum(POSTMORTEM_TRANSITIONS);
const percent = z.int().min(0).max(100);
const note = text(2_000).default('').describe('what was changed and why, for the list of versions');

const deadline = z.object({
  dueAt: instant.nullable().describe('null while what it counts from has not happened'),
  doneAt: instant.nullable(),
  state: z.enum(['met', 'late', 'pending', 'overdue']),
});

const summary = z.object({
  id,
  version,
  title: z.string(),
  kind: z.string().describe('which template of the product it was opened from, or `custom`'),
  state,
  incident: z.object({ id, number: z.int(), title: z.string(), severity: z.string() }),
  owner: named.nullable(),
  dueOn: day.nullable(),
  deadlines: z.object({ owner: deadline, draft: deadline }),
  completeness: percent.describe('how much of what its template asks for is really written'),
  isRestricted: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
});

/** A section as it stands in some version. */
const writtenSection = z.object({
  id: sectionId,
  version: version.describe(
    'the version of the postmortem that last changed it; what If-Match is held against',
  ),
  title: z.string(),
  markdown: z.string(),
  writtenBy: z.enum(['nobody', 'draft', 'person']).describe('a newer draft refills what no person wrote'),
});

const section = writtenSection.extend({
  guidance: z.string(),
  isRequired: z.boolean(),
  completeness: percent,
  reason: z.string().describe('why it is not complete; empty when it is'),
});

const postmortem = summary.extend({
  template: z.object({ ...template.pick({ id: true, name: true }).shape }),
  sections: z.array(section),
  access: z
    .object({ people: z.array(named), teams: z.array(named) })
    .describe('who may see it besides owner and administrators, while it is restricted'),
  offeredTransitions: z.array(transition),
  moves: z.array(
    z.object({
      id,
      transition,
      from: state,
      to: state,
      reason: z.string(),
      by: named.nullable(),
      at: instant,
    }),
  ),
});

const versionEntry = z.object({
  version,
  change: z.string().describe('the operation that made it'),
  note: z.string(),
  author: named.nullable(),
  createdAt: instant,
  changedSections: z.array(z.object({ id: sectionId, title: z.string() })),
});

/** One stretch of text, as both versions have it or only one of them. */
const piece = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

const sectionDiff = z.object({
  id: sectionId,
  kind: z.enum(['same', 'added', 'removed', 'changed', 'moved']),
  title: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
  lines: z.array(
    z.object({
      kind: z.enum(['same', 'added', 'removed', 'changed']),
      before: z.int().nullable().describe('line number, from 1'),
      after: z.int().nullable(),
      words: z.array(piece).describe('the line with its end, in pieces'),
    }),
  ),
});

const placed = { postmortemId: id, id: sectionId };

export const postmortems = {
  list: reads(EVERYONE, { isTool: true })
    .route({ method: 'GET', path: '/postmortems', summary: 'List postmortems, the last changed first.' })
    .input(
      z.object({
        ...pageInput,
        state: z.array(state).max(3).optional(),
        kind: z.array(text(60)).max(20).optional(),
        ownerId: id.optional(),
        isMine: z.boolean().optional(),
        incidentId: id.optional(),
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
        incidentId: id,
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

  move: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'POST',
      path: '/postmortems/{id}/transitions',
      summary: 'Finish, revise or withdraw a postmortem.',
    })
    .input(z.object({ id, transition, reason: text(2_000).default('') }))
    .output(postmortem),

  restrict: changes(['owner', 'security', 'legal', 'administrator'], { isVersioned: true })
    .route({ method: 'PUT', path: '/postmortems/{id}/access', summary: 'Say who may see a postmortem.' })
    .input(
      z.object({
        id,
        isRestricted: z.boolean(),
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
    .output(
      z.object({
        items: z.array(
          z.record(z.string(), z.json()).describe('a citation as in the draft’s bundle, its id `e3`'),
        ),
      }),
    ),

  editSection: changes(CONTRIBUTORS, { isVersioned: true, isTool: true })
    .route({
      method: 'PATCH',
      path: '/postmortems/{postmortemId}/sections/{id}',
      summary:
        'Write a section; If-Match holds a version of the postmortem since which it must not have changed.',
    })
    .input(z.object({ ...placed, title: line().optional(), markdown: prose.optional(), note }))
    .output(section),

  addSection: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'POST',
      path: '/postmortems/{postmortemId}/sections',
      summary: 'Add a section.',
      successStatus: 201,
    })
    .input(
      z.object({
        postmortemId: id,
        title: line(),
        markdown: prose.default(''),
        after: sectionId
          .nullable()
          .optional()
          .describe('behind which section; null: as the first; else as the last'),
        note,
      }),
    )
    .output(postmortem),

  removeSection: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'DELETE',
      path: '/postmortems/{postmortemId}/sections/{id}',
      summary: 'Take a section out; earlier versions keep it.',
    })
    .input(z.object({ ...placed, note }))
    .output(postmortem),

  orderSections: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'PUT',
      path: '/postmortems/{postmortemId}/sections/order',
      summary: 'Put all sections into an order.',
    })
    .input(z.object({ postmortemId: id, ids: z.array(sectionId).max(MOST_SECTIONS), note }))
    .output(postmortem),

  refill: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'POST',
      path: '/postmortems/{id}/refills',
      summary: 'Fill sections that no person wrote from the newest draft.',
    })
    .input(
      z.object({
        id,
        sectionIds: z
          .array(sectionId)
          .max(MOST_SECTIONS)
          .optional()
          .describe('else all that no person wrote'),
        note,
      }),
    )
    .output(postmortem),

  versions: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/postmortems/{id}/versions',
      summary: 'List the versions of the text, the newest first.',
    })
    .input(z.object({ ...pageInput, id }))
    .output(pageOf(versionEntry)),

  readVersion: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/postmortems/{id}/versions/{version}',
      summary: 'Read the text as it was at a version.',
    })
    .input(z.object({ id, version }))
    .output(versionEntry.extend({ sections: z.array(writtenSection) })),

  diff: reads(EVERYONE)
    .route({
      method: 'GET',
      path: '/postmortems/{id}/diff',
      summary: 'Compare two versions, section by section, line by line and word by word.',
    })
    .input(z.object({ id, from: version, to: version }))
    .output(z.object({ from: version, to: version, sections: z.array(sectionDiff) })),

  restoreVersion: changes(CONTRIBUTORS, { isVersioned: true })
    .route({
      method: 'POST',
      path: '/postmortems/{id}/versions/{version}/restoration',
      summary: 'Make an old version’s text the newest; nothing in between is lost.',
    })
    .input(z.object({ id, version, note }))
    .output(postmortem),
};
