import { z } from 'zod';
import { ACTION_STATES } from '../core/lifecycle/action.ts';
import { INCIDENT_STATES } from '../core/lifecycle/incident.ts';
import { POSTMORTEM_STATES } from '../core/lifecycle/postmortem.ts';
import { severity, termId } from './incidentFields.ts';
import { reads } from './operation.ts';
import { EVERYONE } from './roles.ts';
import { id, instant, named, pageInput, pageOf, several, text } from './values.ts';

export const SEARCH_KINDS = ['incident', 'postmortem', 'action'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
const kind = z.enum(SEARCH_KINDS);
const state = z.enum([...INCIDENT_STATES, ...POSTMORTEM_STATES, ...ACTION_STATES]);

/** What hits are narrowed and counted by. */
export const FACETS = [
  'kind',
  'state',
  'severity',
  'serviceId',
  'teamId',
  'ownerId',
  'layer',
  'causeClass',
  'useCase',
  'year',
] as const;
export type Facet = (typeof FACETS)[number];

/** Values of something, each with how many have it. */
export const facet = z
  .array(
    z.object({
      value: z.string().describe('what the filter of the same name takes'),
      name: z.string().describe('of a service, a team, a person; else the value'),
      count: z.int().describe('hits if this were the only value of the filter'),
    }),
  )
  .describe('the most frequent first; at most 100');

const snippet = z.object({
  field: z.enum(['title', 'text', 'notes', 'names']),
  text: z.string().describe('a stretch of the field, as it was written'),
  marks: z
    .array(z.tuple([z.int(), z.int()]))
    .describe('from and to of each word that matched, in UTF-16 units of the stretch'),
  isCut: z.object({ before: z.boolean(), after: z.boolean() }).describe('whether the field goes on there'),
});

const hit = z.object({
  kind,
  id,
  title: z.string(),
  state: z.string(),
  incident: z.object({ id, number: z.string().describe('`INC-12`'), title: z.string(), severity }),
  owner: named.nullable().describe('commander of an incident, owner of a postmortem or action'),
  at: instant.describe('when an incident was declared, a postmortem opened, an action added'),
  isRestricted: z.boolean(),
  snippets: z.array(snippet),
});

export const search = {
  find: reads(EVERYONE, { isTool: true })
    .route({ method: 'GET', path: '/search', summary: 'Search incidents, postmortems and actions.' })
    .input(
      z.object({
        ...pageInput,
        limit: z.int().min(1).max(100).default(20).describe('most hits of a page'),
        text: text(500)
          .default('')
          .describe('words that a hit has all of; a number such as `INC-12`; a name'),
        kind: several(kind).optional(),
        state: several(state).optional(),
        severity: several(severity).optional().describe('of the incident'),
        serviceId: several(id).optional().describe('that the incident affected'),
        teamId: several(id).optional().describe('that takes part in the incident'),
        ownerId: several(id).optional(),
        layer: several(termId).optional(),
        causeClass: several(termId).optional(),
        useCase: several(termId).optional(),
        year: several(
          z
            .string()
            .max(4)
            .regex(/^\d{4}$/, 'is no year: write four digits'),
        ).optional(),
        from: instant.optional().describe('at or after'),
        to: instant.optional().describe('before'),
        isMine: z
          .boolean()
          .optional()
          .describe('what I own, declared or opened, and what my teams take part in'),
        sort: z.enum(['relevance', 'newest']).default('relevance').describe('without a text always newest'),
      }),
    )
    .output(
      pageOf(hit).extend({
        total: z.int().describe('how many there are'),
        readAs: z
          .array(z.object({ word: z.string(), as: z.array(z.string()) }))
          .describe('words that nothing holds, and what was searched instead'),
        facets: z
          .object(Object.fromEntries(FACETS.map(name => [name, facet])) as Record<Facet, typeof facet>)
          .describe('counted under the other filters, not under their own'),
      }),
    ),
};
