import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Changes } from '../platform/db/changes.ts';
import type { Db } from '../platform/db/openDatabase.ts';

export interface ServiceFields {
  name: string;
  description: string;
  tier: number;
  ownerTeamId: string | null;
  links: readonly { title: string; url: string }[];
}

/** A service with the names of what it refers to. */
const described = (db: Db) =>
  db
    .selectFrom('service')
    .select(eb => [
      'service.id',
      'service.version',
      'service.name',
      'service.description',
      'service.tier',
      'service.links',
      'service.createdAt',
      'service.updatedAt',
      sql<string>`lower(service.name)`.as('sortKey'),
      jsonObjectFrom(
        eb
          .selectFrom('team')
          .select(['team.id', 'team.name'])
          .whereRef('team.id', '=', 'service.ownerTeamId'),
      ).as('ownerTeam'),
      jsonArrayFrom(
        eb
          .selectFrom('serviceDependency')
          .innerJoin('service as other', 'other.id', 'serviceDependency.dependsOnId')
          .select(['other.id', 'other.name'])
          .whereRef('serviceDependency.serviceId', '=', 'service.id')
          .orderBy('other.name'),
      ).as('dependsOn'),
    ]);

export type ServiceRow = Awaited<ReturnType<typeof findService>> & {};

export interface ServiceFilter {
  name?: string | undefined;
  tier?: number | undefined;
  ownerTeamId?: string | undefined;
  dependsOnId?: string | undefined;
  /** Sort key and id of the last service of the page before. */
  after?: readonly [string, string] | undefined;
  most: number;
}

/** Services by name. */
export const listServices = (db: Db, { name, tier, ownerTeamId, dependsOnId, after, most }: ServiceFilter) =>
  described(db)
    .$if(name !== undefined, query =>
      query.where(sql<boolean>`position(lower(${name}) in lower(service.name)) > 0`),
    )
    .$if(tier !== undefined, query => query.where('service.tier', '=', tier!))
    .$if(ownerTeamId !== undefined, query => query.where('service.ownerTeamId', '=', ownerTeamId!))
    .$if(dependsOnId !== undefined, query =>
      query.where(eb =>
        eb.exists(
          eb
            .selectFrom('serviceDependency as need')
            .select('need.serviceId')
            .whereRef('need.serviceId', '=', 'service.id')
            .where('need.dependsOnId', '=', dependsOnId!),
        ),
      ),
    )
    .$if(after !== undefined, query =>
      query.where(sql<boolean>`(lower(service.name), service.id) > (${after![0]}, ${after![1]}::uuid)`),
    )
    .orderBy('sortKey')
    .orderBy('service.id')
    .limit(most)
    .execute();

/** A service by its id; undefined when the catalogue lacks it. */
export const findService = (db: Db, id: string) =>
  described(db).where('service.id', '=', id).executeTakeFirst();

/** The row's lock keeps two edits from seeing the same version. */
export const lockService = (db: Db, id: string) =>
  db.selectFrom('service').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Adds a service; what it depends on is said by `replaceDependencies`. */
export async function insertService(
  db: Db,
  { id, at, ...fields }: ServiceFields & { id: string; at: string },
): Promise<void> {
  await db
    .insertInto('service')
    .values({ id, ...fields, links: JSON.stringify(fields.links), createdAt: at, updatedAt: at })
    .execute();
}

/** Changes some fields of a service and counts its version on. */
export async function updateService(
  db: Db,
  id: string,
  { links, ...fields }: Changes<ServiceFields>,
  at: string,
): Promise<void> {
  await db
    .updateTable('service')
    .set(eb => ({
      ...fields,
      ...(links && { links: JSON.stringify(links) }),
      updatedAt: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Replaces what a service depends on; ids that are no service's are left out and returned. */
export async function replaceDependencies(
  db: Db,
  id: string,
  dependsOn: readonly string[],
): Promise<string[]> {
  await db.deleteFrom('serviceDependency').where('serviceId', '=', id).execute();
  if (dependsOn.length === 0) return [];
  const { rows } = await sql<{ dependsOnId: string }>`
    insert into service_dependency (service_id, depends_on_id)
    select ${id}::uuid, service.id from service where service.id = any(${dependsOn}::uuid[])
    returning depends_on_id as "dependsOnId"`.execute(db);
  const found = new Set(rows.map(row => row.dependsOnId));
  return dependsOn.filter(each => !found.has(each));
}

/** Removes a service; the database refuses while an incident names it or another service needs it. */
export const deleteService = (db: Db, id: string) => db.deleteFrom('service').where('id', '=', id).execute();
