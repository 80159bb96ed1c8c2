import type pg from 'pg';

/** The oldest PostgreSQL whose SQL ours is. */
const OLDEST_MAJOR = 15;
const EXTENSIONS = ['pg_trgm', 'unaccent'];

/** A database that Afterword cannot work with; the message says what to do. */
export class DatabaseUnfit extends Error {
  override name = 'DatabaseUnfit';
}

interface Facts {
  version: string;
  encoding: string;
  schema: string;
  role: string;
  mayCreateSchema: boolean;
  mayCreateTable: boolean;
  absent: string[];
}

type Fault = (facts: Facts) => string | false;

const ALWAYS: readonly Fault[] = [
  ({ version }) =>
    Number.parseInt(version, 10) < OLDEST_MAJOR &&
    `It is PostgreSQL ${version}: use PostgreSQL ${OLDEST_MAJOR} or newer.`,
  ({ encoding }) =>
    encoding !== 'UTF8' &&
    `Its encoding is ${encoding}, which cannot keep every text: make one with encoding 'UTF8' template template0.`,
];
const TO_MIGRATE: readonly Fault[] = [
  ({ mayCreateSchema, role }) =>
    !mayCreateSchema &&
    `The account ${role} may not make schemas and extensions in it: let it own the database, or grant it create on the database.`,
  ({ mayCreateTable, role, schema }) =>
    !mayCreateTable &&
    `The account ${role} may not make tables in the schema ${schema}: let it own the database, or grant it create on the schema.`,
  ({ absent }) =>
    absent.length > 0 &&
    `Extensions are not installed there: ${absent.join(', ')}. They come with PostgreSQL’s contrib package.`,
];

/**
 * What keeps a database from being used, or from being migrated; nothing when all is well.
 *
 * @returns sentences for an operator
 */
export async function listUnfit(
  client: pg.ClientBase | pg.Pool,
  purpose: 'use' | 'migrate',
): Promise<string[]> {
  const { rows } = await client.query<Facts>(
    `select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
      current_user as role, place.schema,
      has_database_privilege(current_database(), 'create') as "mayCreateSchema",
      coalesce(has_schema_privilege(to_regnamespace(place.schema), 'create'), false) as "mayCreateTable",
      array(
        select wanted.name from unnest($1::text[]) as wanted (name)
        where not exists (select from pg_available_extensions as available where available.name = wanted.name)
      ) as absent
    from (select coalesce(current_schema(), 'public') as schema) as place`,
    [EXTENSIONS],
  );
  const faults = purpose === 'use' ? ALWAYS : [...ALWAYS, ...TO_MIGRATE];
  return faults.map(fault => fault(rows[0]!)).filter(said => said !== false);
}
