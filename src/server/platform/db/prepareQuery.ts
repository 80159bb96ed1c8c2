import type { Compilable, CompiledQuery } from 'kysely';
import { seesAll } from '../access/visible.ts';
import type { Actor } from '../operations/actor.ts';
import type { Db } from './openDatabase.ts';

/** Stands in a query for a value that each run gives. */
class Later {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

interface PreparedArguments {
  actor: Actor;
  id: string;
}

/**
 * A query by an actor and an id that is built once and then only run: building one with joins takes longer than
 * PostgreSQL needs to answer it. What the query is depends on whether the actor sees all and on nothing else of them; their
 * id and teams are values of each run.
 *
 * @param build makes the query; it may use actor and id as values only
 */
export function prepareQuery<Row>(
  build: (db: Db, args: PreparedArguments) => Compilable<Row>,
): (db: Db, args: PreparedArguments) => Promise<Row[]> {
  const known = new Map<string, CompiledQuery<Row>>();
  const placeholder = (actor: Actor): PreparedArguments =>
    ({
      actor: { ...actor, id: new Later('person'), teamIds: new Later('teams') },
      id: new Later('id'),
    }) as unknown as PreparedArguments;

  return async (db, { actor, id }) => {
    const variant = `${actor.kind === 'anonymous'} ${seesAll(actor)}`;
    const query = known.get(variant) ?? build(db, placeholder(actor)).compile();
    known.set(variant, query);
    const values: Record<string, unknown> = { person: actor.id, teams: actor.teamIds, id };
    const parameters = query.parameters.map(value => (value instanceof Later ? values[value.name] : value));
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}
