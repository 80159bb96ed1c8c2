import { z } from 'zod';
import { POSTMORTEM_STATES, POSTMORTEM_TRANSITIONS } from '../core/lifecycle/postmortem.ts';
import { severity } from './incidentFields.ts';
import { sectionId, template } from './templates.ts';
import { day, id, instant, named, version } from './values.ts';

export const state = z.enum(POSTMORTEM_STATES);
export const transition = z.enum(POSTMORTEM_TRANSITIONS);
const percent = z.int().min(0).max(100);

const deadline = z.object({
  dueAt: instant.nullable().describe('null while what it counts from has not happened'),
  doneAt: instant.nullable(),
  state: z.enum(['met', 'late', 'pending', 'overdue']),
});

export const summary = z.object({
  id,
  version,
  title: z.string(),
  kind: z.string().describe('which template of the product it was opened from, or `custom`'),
  state,
  incident: z.object({ id, number: z.string().describe('`INC-12`'), title: z.string(), severity }),
  owner: named.nullable(),
  dueOn: day.nullable(),
  deadlines: z.object({ owner: deadline, draft: deadline }),
  completeness: percent.describe('how much of what its template asks for is really written'),
  isRestricted: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
});

/** A section as it stands in some version. */
export const writtenSection = z.object({
  id: sectionId,
  version: version.describe(
    'the version of the postmortem that last changed it; what If-Match is held against',
  ),
  title: z.string(),
  markdown: z.string(),
  writtenBy: z.enum(['nobody', 'draft', 'person']).describe('a newer draft refills what no person wrote'),
});

export const section = writtenSection.extend({
  guidance: z.string(),
  isRequired: z.boolean(),
  completeness: percent,
  reason: z.string().describe('why it is not complete; empty when it is'),
});

export const postmortem = summary.extend({
  template: z.object({ ...template.pick({ id: true, name: true }).shape }),
  sections: z.array(section),
  access: z
    .object({ people: z.array(named), teams: z.array(named) })
    .describe('who may see it besides owner and administrators, while it is restricted'),
  canGo: z.array(transition).describe('what its state allows next'),
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

export const versionEntry = z.object({
  version,
  change: z.string().describe('the operation that made it'),
  note: z.string(),
  author: named.nullable(),
  createdAt: instant,
  changedSections: z.array(z.object({ id: sectionId, title: z.string() })),
});

/** One stretch of text, as both versions have it or only one of them. */
const piece = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

export const sectionDiff = z.object({
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

/** A piece of evidence that the text cites, as the draft’s bundle has it. */
export const citation = z.object({
  id: z.string().describe('its name in the text: `e3`'),
  label: z.string(),
  records: z.array(z.unknown().describe('a record, redacted')),
  count: z.int().describe('how many records stand behind it'),
  query: z.string().optional(),
  series: z.string().optional(),
  path: z.string().optional(),
});
