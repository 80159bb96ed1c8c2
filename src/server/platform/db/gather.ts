interface Waiting<Key, Value> {
  keys: Map<Key, Promise<Value | undefined>>;
  found: Promise<ReadonlyMap<Key, Value>>;
}

/**
 * Makes one look-up of all that are asked for in the same turn of the event loop. Each sees the database as it is after it
 * was asked for: none joins a query that has gone out already.
 *
 * @param read gives the values of keys that are there
 */
export function gather<Key, Value>(
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let waiting: Waiting<Key, Value> | undefined;

  const open = (): Waiting<Key, Value> => {
    const keys = new Map<Key, Promise<Value | undefined>>();
    const found = new Promise<void>(resolve => void setImmediate(resolve)).then(() => {
      waiting = undefined;
      return read([...keys.keys()]);
    });
    return { keys, found };
  };

  return key => {
    waiting ??= open();
    const { keys, found } = waiting;
    const value = keys.get(key) ?? found.then(values => values.get(key));
    keys.set(key, value);
    return value;
  };
}
