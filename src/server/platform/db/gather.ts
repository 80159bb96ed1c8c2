import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';

interface Waiting<Key, Value> {
  keys: Map<Key, Promise<Value | undefined>>;
  found: Promise<ReadonlyMap<Key, Value>>;
}

/** Milliseconds that a look-up waits for the one before it: one that hangs does not hold up all. */
const PATIENCE = 20;

/**
 * Makes one look-up of all that are asked for in the same turn of the event loop, or while the look-up before it is under
 * way. Each sees the database as it is after it was asked for: none joins a query that has gone out already.
 *
 * @param read gives the values of keys that are there
 */
export function gather<Key, Value>(
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let waiting: Waiting<Key, Value> | undefined;
  let underWay: Promise<unknown> | undefined;

  async function find(keys: ReadonlyMap<Key, unknown>): Promise<ReadonlyMap<Key, Value>> {
    await turn();
    if (underWay) await Promise.race([underWay, pause(PATIENCE, undefined, { ref: false })]);
    waiting = undefined;
    const found = read([...keys.keys()]);
    const ended = found.then(forget, forget);
    underWay = ended;
    return found;

    function forget(): void {
      if (underWay === ended) underWay = undefined;
    }
  }

  const open = (): Waiting<Key, Value> => {
    const keys = new Map<Key, Promise<Value | undefined>>();
    return { keys, found: find(keys) };
  };

  return key => {
    waiting ??= open();
    const { keys, found } = waiting;
    const value = keys.get(key) ?? found.then(values => values.get(key));
    keys.set(key, value);
    return value;
  };
}
