import type { Compilable, CompiledQuery } from 'kysely';
import { seesAll } from '../access/visible.ts';
import type { Actor } from '../operations/actor.ts';
import { CAMEL_CASE, type Db, poolOf } from './openDatabase.ts';

/** Stands in a query for a value that each run gives. */
class Later {
  readonly of: string;
  constructor(of: string) {
    this.of = of;
  }
}

type Values = Readonly<Record<string, string | number | null>>;

/**
 * A query of an actor that is built once and then only run: building one with joins takes longer than PostgreSQL needs to
 * answer it. What the query is depends on whether the actor sees all and on nothing else of them; their id and teams are
 * values of each run.
 *
 * @param build makes the query; it may use `values` and the actor's id and teams as values only
 */
export function prepareQuery<Given extends Values, Row>(
  build: (db: Db, actor: Actor, values: Given) => Compilable<Row>,
): (db: Db, actor: Actor, values: Given) => Promise<Row[]> {
  const known = new Map<string, CompiledQuery<Row>>();

  return async (db, actor, values) => {
    const variant = `${actor.kind === 'anonymous'} ${seesAll(actor)}`;
    const query = known.get(variant) ?? build(db, laterActor(actor), laterValues(values)).compile();
    known.set(variant, query);
    const parameters = query.parameters.map(value =>
      value instanceof Later ? resolve(value, actor, values) : value,
    );
    return run(db, { ...query, parameters });
  };
}

/** Outside a transaction the query goes straight to the pool: the layers between take a third of such a query's time. */
async function run<Row>(db: Db, query: CompiledQuery<Row>): Promise<Row[]> {
  const pool = poolOf(db);
  if (!pool) return (await db.executeQuery<Row>(query)).rows;
  const result = await pool.query(query.sql, [...query.parameters]);
  const { rows } = await CAMEL_CASE.transformResult({ result, queryId: query.queryId });
  return rows as Row[];
}

const PERSON = 'the actor';
const TEAMS = 'their teams';

const laterActor = (actor: Actor): Actor =>
  ({ ...actor, id: new Later(PERSON), teamIds: new Later(TEAMS) }) as unknown as Actor;

const laterValues = <Given extends Values>(values: Given): Given =>
  Object.fromEntries(Object.keys(values).map(name => [name, new Later(name)])) as unknown as Given;

function resolve({ of }: Later, actor: Actor, values: Values): unknown {
  if (of === PERSON) return actor.id;
  return of === TEAMS ? actor.teamIds : values[of];
}
