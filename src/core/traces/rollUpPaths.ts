import type { CallCost, CallPath } from './callPath.ts';

/** A call path in a tree: its place among the others stands for it. */
export interface PathNode extends CallCost {
  /** Place of the caller's path; null where paths begin. */
  parent: number | null;
  service: string;
  operation: string;
  /** Own time and that of everything that is called below. */
  totalUs: number;
  totalUsBefore: number;
  example: number;
}

export interface PathTree {
  /** Callers before what they call; beside each other the longest first. */
  nodes: PathNode[];
  /** Paths that are left out since they cost least; their time is in their callers' totals. */
  omitted: number;
}

interface Totalled {
  path: CallPath;
  totalUs: number;
  totalUsBefore: number;
  /** In it and below it, in the stretch and before it. */
  calls: number;
  /** Its part of all time, in the stretch or before it, whichever is more. */
  share: number;
}

/**
 * Adds the time of calls to those who made them, and keeps the paths that take the largest part of it. A kept path's
 * callers are kept as well. A path in which, and below which, nothing was called is none.
 *
 * @param paths callers before what they call; one whose caller is missing is left out
 */
export function rollUpPaths(paths: readonly CallPath[], most: number): PathTree {
  const known = new Set<string>();
  const placed = paths.filter(({ id, above }) => {
    const isPlaced = above === null || known.has(above);
    if (isPlaced) known.add(id);
    return isPlaced;
  });
  const totals = addUp(placed).filter(({ calls }) => calls > 0);
  const kept = totals
    .toSorted((one, other) => other.share - one.share || one.path.depth - other.path.depth)
    .slice(0, most)
    .sort((one, other) => one.path.depth - other.path.depth || other.totalUs - one.totalUs);
  const places = new Map(kept.map(({ path }, place) => [path.id, place]));
  return {
    nodes: kept.map(({ path: { id: _, above, depth: __, ...rest }, totalUs, totalUsBefore }) => ({
      ...rest,
      parent: above === null ? null : places.get(above)!,
      totalUs,
      totalUsBefore,
    })),
    omitted: paths.length - placed.length + totals.length - kept.length,
  };
}

function addUp(paths: readonly CallPath[]): Totalled[] {
  const byId = new Map<string, Totalled>();
  for (const path of paths) {
    const { id, ownUs: totalUs, ownUsBefore: totalUsBefore } = path;
    byId.set(id, { path, totalUs, totalUsBefore, calls: path.calls + path.callsBefore, share: 0 });
  }
  for (const { id, above } of paths.toReversed()) {
    const caller = above === null ? undefined : byId.get(above);
    const own = byId.get(id)!;
    if (!caller) continue;
    caller.totalUs += own.totalUs;
    caller.totalUsBefore += own.totalUsBefore;
    caller.calls += own.calls;
  }
  const all = [...byId.values()];
  const roots = all.filter(({ path }) => path.above === null);
  const sum = (pick: (one: Totalled) => number): number =>
    Math.max(
      1,
      roots.reduce((total, one) => total + pick(one), 0),
    );
  const [now, before] = [sum(one => one.totalUs), sum(one => one.totalUsBefore)];
  for (const one of all) one.share = Math.max(one.totalUs / now, one.totalUsBefore / before);
  return all;
}
