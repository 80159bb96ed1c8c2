import pg from 'pg';

/** Statements of which each connection keeps a plan; beyond that they are planned each time. */
const MOST_STATEMENTS = 1_000;

const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_STATEMENTS) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * A connection that prepares each parameterised statement once: PostgreSQL parses it the first time only, and plans it
 * once it has seen that one plan fits all. Stores build the same texts again and again, so this is most of the time of a
 * short query.
 */
export class PreparingClient extends pg.Client {
  // The overloads of `pg` cannot be written as one; only the form that stores use is changed.
  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
    const query = super.query as (...given: unknown[]) => never;
    return name === undefined
      ? query.apply(this, given)
      : query.apply(this, [{ name, text, values }, ...rest]);
  }
}
