/** Changes that are kept, at least. Who missed more looks at everything anew. */
const MOST = 1_000;

/** Documents that changed, in the order in which a server heard of it. */
export interface ChangeLog {
  /** Changes so far. */
  readonly count: number;
  note(ord: number): void;
  /** Ords noted after the first `count` changes; undefined when that is too long ago to know. */
  since(count: number): number[] | undefined;
}

/** A log without changes. */
export function createChangeLog(): ChangeLog {
  let ords: number[] = [];
  let dropped = 0;
  return {
    get count() {
      return dropped + ords.length;
    },
    note(ord) {
      if (ords.length === 2 * MOST) {
        ords = ords.slice(MOST);
        dropped += MOST;
      }
      ords.push(ord);
    },
    since: count => (count < dropped ? undefined : ords.slice(count - dropped)),
  };
}
