import { z } from 'zod';
import { DECISION_KINDS, type DecisionFact } from '../core/lifecycle/decisionRules.ts';
import { ASKED_FACTS } from '../core/lifecycle/factsOfIncident.ts';
import { INCIDENT_STATES, INCIDENT_TRANSITIONS } from '../core/lifecycle/incident.ts';
import { DURATION_NAMES, type DurationName } from '../core/lifecycle/incidentDurations.ts';
import { TIME_NAMES, type TimeName } from '../core/lifecycle/incidentTimes.ts';
import { SEVERITY_IDS } from '../core/taxonomy/severities.ts';
import { id, instant, line, link, named, text, version } from './values.ts';

const REF = /^(?:INC-[1-9]\d{0,8}|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/i;

/** An incident's id, or the number that people say. */
export const incidentRef = z
  .string()
  .max(36)
  .refine(value => REF.test(value), 'is neither an id nor a number such as INC-12')
  .meta({
    description: 'an id, or a number such as `INC-12`',
    // The same for other programs, whose patterns know no flags.
    pattern: '^(?:[Ii][Nn][Cc]-[1-9][0-9]{0,8}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$',
  });

export const severity = z.enum(SEVERITY_IDS);
export const incidentState = z.enum(INCIDENT_STATES);

/** An id of the taxonomy, as `taxonomy.get` lists them. */
export const termId = z.string().max(40);

/** Each is held by one person at a time, or by nobody. */
export const INCIDENT_ROLES = ['commander', 'scribe', 'communications', 'postmortemOwner'] as const;
export const incidentRole = z.enum(INCIDENT_ROLES);

export const TEAM_PARTS = ['owner', 'contributor', 'review'] as const;
export const teamPart = z
  .enum(TEAM_PARTS)
  .describe('one team owns; others contribute, or sit on the review board');

/** How a figure is known; a guess that says so is worth more than none. */
export const figureBasis = z.enum(['measured', 'estimated', 'reported']);

/** One figure of what was affected. */
export const impactFigure = z.object({
  measure: line(80).describe('`customersAffected`, `requestsFailed`, `revenueLost`, or a name of your own'),
  value: z.number().min(0).max(1e15),
  unit: text(40).default('').describe('`EUR`, `requests`; empty for a plain count'),
  basis: figureBasis,
  how: text(2_000).describe('where the figure comes from'),
});

/** What was affected, a figure a measure. */
export const impact = z
  .array(impactFigure)
  .max(50)
  .refine(
    figures => new Set(figures.map(({ measure }) => measure)).size === figures.length,
    'names a measure twice',
  );

/** Why something is so, for the record. */
export const reason = line(2_000);

/** What a person may write of an incident. */
export const incidentFields = {
  title: line(300),
  summary: text(20_000).describe('Markdown'),
  severity,
  layer: termId.nullable(),
  causeClass: termId.nullable(),
  useCase: termId.nullable(),
  serviceIds: z.array(id).max(200).describe('services that were affected'),
  impact,
  links: z.array(link).max(50),
};

/** The teams that take part, each once. */
export const incidentTeams = z
  .array(z.object({ teamId: id, part: teamPart }))
  .max(50)
  .refine(teams => new Set(teams.map(({ teamId }) => teamId)).size === teams.length, 'names a team twice')
  .refine(
    teams => teams.filter(({ part }) => part === 'owner').length <= 1,
    'has more than one owner: choose one',
  );

/** A person or a team that is given sight of a restricted incident. */
export const grantee = {
  personId: id.optional(),
  teamId: id.optional(),
  reason,
};

/** Exactly one of person and team. */
export const isOneGrantee = ({
  personId,
  teamId,
}: {
  personId?: string | undefined;
  teamId?: string | undefined;
}): boolean => (personId === undefined) !== (teamId === undefined);

/** What the core has to say of data that a person gave. */
export const remark = z.object({
  level: z.enum(['error', 'warning']),
  code: z.string(),
  on: z.string(),
  text: z.string(),
});

const nullableTimes = Object.fromEntries(TIME_NAMES.map(name => [name, instant.nullable()])) as Record<
  TimeName,
  z.ZodNullable<typeof instant>
>;

/** When each thing happened; null where nobody knows. */
export const incidentTimes = z.object(nullableTimes);

const duration = z.object({
  us: z.int().nullable().describe('microseconds'),
  reason: z.string().describe('why there is none'),
});
const durations = Object.fromEntries(DURATION_NAMES.map(name => [name, duration])) as Record<
  DurationName,
  typeof duration
>;

const nullableHolders = Object.fromEntries(INCIDENT_ROLES.map(role => [role, named.nullable()])) as Record<
  (typeof INCIDENT_ROLES)[number],
  z.ZodNullable<typeof named>
>;

/** An incident as it is shown: what people said of it, and what the core says of that. */
export const incident = z.object({
  id,
  number: z.string().describe('`INC-12`'),
  version,
  title: z.string(),
  summary: z.string(),
  severity,
  state: incidentState,
  canGo: z.array(z.enum(INCIDENT_TRANSITIONS)).describe('what can be done next'),
  layer: z.string().nullable(),
  causeClass: z.string().nullable(),
  useCase: z.string().nullable(),
  isRestricted: z.boolean(),
  restrictionReason: z.string().nullable(),
  services: z.array(named),
  teams: z.array(named.extend({ part: teamPart })),
  roles: z.object(nullableHolders),
  impact: z.array(impactFigure),
  links: z.array(link),
  times: incidentTimes,
  durations: z.object(durations).describe('time to detect, acknowledge, mitigate, restore'),
  unknownTimes: z.array(z.enum(TIME_NAMES)).describe('times that must have come, but nobody noted'),
  remarks: z.array(remark).describe('what is odd about the times'),
  declaredBy: named.nullable(),
  createdAt: instant,
  updatedAt: instant,
});

/** Facts that people answer; null takes an answer back. */
export const answers = z.partialRecord(
  z.enum(ASKED_FACTS as [DecisionFact, ...DecisionFact[]]),
  z.boolean().nullable(),
);

export const decisionKind = z.enum(DECISION_KINDS);
