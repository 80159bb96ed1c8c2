import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { IncidentState } from '../../core/lifecycle/incident.ts';
import type { TimeName } from '../../core/lifecycle/incidentTimes.ts';
import type { Severity } from '../../core/taxonomy/severities.ts';
import { isNamed } from '../platform/access/enterIncident.ts';
import { visible } from '../platform/access/visible.ts';
import type { Changes } from '../platform/db/changes.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { DB } from '../platform/db/schema.ts';
import type { Actor } from '../platform/operations/actor.ts';

/** A figure of what was affected, as it stands in the row. */
export interface ImpactFigure {
  measure: string;
  value: number;
  unit: string;
  basis: 'measured' | 'estimated' | 'reported';
  how: string;
}

/** What people write of an incident. */
export interface IncidentFields {
  title: string;
  summary: string;
  severity: Severity;
  layer: string | null;
  causeClass: string | null;
  useCase: string | null;
  impact: readonly ImpactFigure[];
  links: readonly { title: string; url: string }[];
}

/** Everything of the row that changes after the declaration. */
export type IncidentColumns = IncidentFields &
  Record<Exclude<TimeName, 'declaredAt'>, string | null> & {
    declaredAt: string;
    state: IncidentState;
    isRestricted: boolean;
    restrictionReason: string | null;
    answers: Readonly<Record<string, boolean>>;
    overrideKind: string | null;
    overrideNote: string | null;
    overrideBy: string | null;
    overrideAt: string | null;
  };

const personOf = (
  eb: ExpressionBuilder<DB, 'incident'>,
  column: 'incident.declaredBy' | 'incident.overrideBy',
) =>
  jsonObjectFrom(
    eb.selectFrom('person').select(['person.id', 'person.name']).whereRef('person.id', '=', column),
  );

/** Incidents that the actor sees, with the names of what they refer to. */
export const describedIncidents = (db: Db, actor: Actor) =>
  db
    .selectFrom('incident')
    .selectAll('incident')
    .select(eb => [
      personOf(eb, 'incident.declaredBy').as('declarer'),
      personOf(eb, 'incident.overrideBy').as('overrider'),
      jsonArrayFrom(
        eb
          .selectFrom('incidentService')
          .innerJoin('service', 'service.id', 'incidentService.serviceId')
          .select(['service.id', 'service.name'])
          .whereRef('incidentService.incidentId', '=', 'incident.id')
          .orderBy('service.name'),
      ).as('services'),
      jsonArrayFrom(
        eb
          .selectFrom('incidentTeam')
          .innerJoin('team', 'team.id', 'incidentTeam.teamId')
          .select(['team.id', 'team.name', 'incidentTeam.part'])
          .whereRef('incidentTeam.incidentId', '=', 'incident.id')
          .orderBy('team.name'),
      ).as('teams'),
      jsonArrayFrom(
        eb
          .selectFrom('incidentRole')
          .innerJoin('person', 'person.id', 'incidentRole.personId')
          .select(['incidentRole.role', 'person.id', 'person.name'])
          .whereRef('incidentRole.incidentId', '=', 'incident.id')
          .where('incidentRole.until', 'is', null),
      ).as('holders'),
    ])
    .where(visible(actor));

export type IncidentRow = Awaited<ReturnType<typeof findIncident>> & {};

/** @param ref an id, or a number such as `INC-12` */
export const findIncident = (db: Db, actor: Actor, ref: string) =>
  describedIncidents(db, actor).where(isNamed(ref)).executeTakeFirst();

/** Id of an incident that the actor sees. The row's lock keeps two changes from seeing the same version. */
export const lockIncident = (db: Db, actor: Actor, ref: string) =>
  db
    .selectFrom('incident')
    .select('incident.id')
    .where(isNamed(ref))
    .where(visible(actor))
    .forUpdate()
    .executeTakeFirst();

export interface NewIncident extends IncidentFields {
  id: string;
  declaredAt: string;
  startedAt: string | null;
  detectedAt: string | null;
  restrictionReason: string | null;
  declaredBy: string | null;
  at: string;
}

/** Adds an incident in its first state. */
export async function insertIncident(db: Db, { impact, links, at, ...fields }: NewIncident): Promise<void> {
  await db
    .insertInto('incident')
    .values({
      ...fields,
      impact: JSON.stringify(impact),
      links: JSON.stringify(links),
      state: 'declared',
      isRestricted: fields.restrictionReason !== null,
      answers: '{}',
      createdAt: at,
      updatedAt: at,
    })
    .execute();
}

/** Changes some columns and counts the version on; with none, only the version. */
export async function updateIncident(
  db: Db,
  id: string,
  { impact, links, answers, ...fields }: Changes<IncidentColumns>,
  at: string,
): Promise<void> {
  await db
    .updateTable('incident')
    .set(eb => ({
      ...fields,
      ...(impact && { impact: JSON.stringify(impact) }),
      ...(links && { links: JSON.stringify(links) }),
      ...(answers && { answers: JSON.stringify(answers) }),
      updatedAt: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Replaces the affected services; ids that are no service's are left out and returned. */
export async function replaceServices(db: Db, id: string, serviceIds: readonly string[]): Promise<string[]> {
  await db.deleteFrom('incidentService').where('incidentId', '=', id).execute();
  if (serviceIds.length === 0) return [];
  const { rows } = await sql<{ serviceId: string }>`
    insert into incident_service (incident_id, service_id)
    select ${id}::uuid, service.id from service where service.id = any(${serviceIds}::uuid[])
    returning service_id as "serviceId"`.execute(db);
  const found = new Set(rows.map(row => row.serviceId));
  return serviceIds.filter(each => !found.has(each));
}

/** Replaces the teams that take part; ids that are no team's are left out and returned. */
export async function replaceTeams(
  db: Db,
  id: string,
  teams: readonly { teamId: string; part: string }[],
): Promise<string[]> {
  await db.deleteFrom('incidentTeam').where('incidentId', '=', id).execute();
  if (teams.length === 0) return [];
  const { rows } = await sql<{ teamId: string }>`
    insert into incident_team (incident_id, team_id, part)
    select ${id}::uuid, team.id, given.part
    from unnest(${teams.map(({ teamId }) => teamId)}::uuid[], ${teams.map(({ part }) => part)}::text[])
      as given (team_id, part)
    join team on team.id = given.team_id
    returning team_id as "teamId"`.execute(db);
  const found = new Set(rows.map(row => row.teamId));
  return teams.map(({ teamId }) => teamId).filter(each => !found.has(each));
}
