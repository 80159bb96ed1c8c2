import type { Entry } from './activity.ts';

/** The same thing done several times in a row by one person; most groups hold one entry. */
export interface ActivityGroup {
  /** The newest. */
  entry: Entry;
  /** The others, newest first. */
  others: Entry[];
}

/** Milliseconds between two things that were done in one go. */
const ONE_GO = 10 * 60_000;

const isOneGo = (newer: Entry, older: Entry): boolean =>
  newer.actor.id === older.actor.id && Date.parse(newer.at) - Date.parse(older.at) <= ONE_GO;

/** Whether an entry says no more than that it was done, again: what changed fields stands for itself. */
const isQuiet = ({ changed }: Entry): boolean => changed.length === 0;

/**
 * Puts together what one person did many times in one go, such as adding forty files, also where two kinds of it take
 * turns.
 *
 * @param entries newest first
 */
export function groupActivity(entries: readonly Entry[]): ActivityGroup[] {
  const groups: ActivityGroup[] = [];
  let run: Map<string, ActivityGroup> = new Map();
  for (const [place, entry] of entries.entries()) {
    const newer = entries[place - 1];
    if (!newer || !isOneGo(newer, entry)) run = new Map();
    const group = isQuiet(entry) ? run.get(entry.operation) : undefined;
    if (group) {
      group.others.push(entry);
      continue;
    }
    if (!isQuiet(entry)) run = new Map();
    const next = { entry, others: [] };
    groups.push(next);
    if (isQuiet(entry)) run.set(entry.operation, next);
  }
  return groups;
}
