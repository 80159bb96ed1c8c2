import { useRef, useState } from 'react';

/** Rows that were chosen, by id; those that are not listed any more do not count. */
export interface Selection {
  ids: readonly string[];
  has(id: string): boolean;
  toggle(id: string): void;
  /** Chooses everything from the row that was chosen last to this one. */
  extendTo(id: string): void;
  chooseAll(): void;
  drop(ids: readonly string[]): void;
  clear(): void;
}

/** Chooses among the rows of a list. */
export function useSelection(listed: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  return {
    ids: listed.filter(id => chosen.has(id)),
    has: id => chosen.has(id),
    toggle(id) {
      last.current = id;
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      setChosen(next);
    },
    extendTo(id) {
      const [from, to] = [listed.indexOf(last.current ?? id), listed.indexOf(id)].sort((a, b) => a - b);
      setChosen(new Set([...chosen, ...listed.slice(Math.max(0, from!), to! + 1)]));
    },
    chooseAll: () => setChosen(new Set(listed)),
    drop: ids => setChosen(new Set([...chosen].filter(id => !ids.includes(id)))),
    clear: () => setChosen(new Set()),
  };
}
