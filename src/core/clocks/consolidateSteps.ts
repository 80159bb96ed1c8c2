import { layout, type Step } from './design.ts';
import { type Fit, fitModel } from './fitModel.ts';
import type { Loss } from './losses.ts';
import type { Observations } from './observe.ts';

interface Jump extends Step {
  by: number;
}

export interface Consolidation {
  losses: readonly Loss[];
  /** What a fit costs, its steps counted in; the lower, the better. */
  price: (result: Fit) => number;
  /** Steps that are no further apart than so many seconds may be one. */
  near: number;
}

/**
 * Replaces like steps of several clocks by one opposite step of the clock that all of them talk to, where that
 * explains as much: adding one step at a time can start with the leaves and never find the hub.
 */
export function consolidateSteps(observations: Observations, before: Fit, options: Consolidation): Fit {
  let best = before;
  neighbours(observations).forEach((others, hub) => {
    const jumps = jumpsOf(observations, best).filter(({ clock }) => others.has(clock));
    for (const group of groupsOf(jumps, options.near)) {
      const kept = best.steps.filter(
        step => !group.some(({ clock, at }) => clock === step.clock && at === step.at),
      );
      const steps = [...kept, { clock: hub, at: group[group.length >> 1]!.at }];
      const candidate = fitModel(observations, { reference: best.reference, steps }, options.losses);
      if (options.price(candidate) >= options.price(best)) continue;
      best = candidate;
      break;
    }
  });
  return best;
}

function jumpsOf({ clocks }: Observations, { reference, steps, unknowns }: Fit): Jump[] {
  const at = layout(clocks.length, reference);
  return steps.map((step, index) => ({ ...step, by: unknowns[at.jump(index)]! }));
}

/** Jumps of several clocks, of about the same size at about the same time; each group in order of time. */
function groupsOf(jumps: readonly Jump[], near: number): Jump[][] {
  const inOrder = jumps.toSorted((a, b) => a.at - b.at);
  const groups = inOrder.map(({ at, by }) =>
    inOrder.filter(other => Math.abs(other.at - at) <= near && Math.abs(other.by - by) <= Math.abs(by) / 10),
  );
  const distinct = new Map(
    groups.map(group => [group.map(({ clock, at }) => `${clock}@${at}`).join(), group]),
  );
  return [...distinct.values()].filter(group => new Set(group.map(({ clock }) => clock)).size > 1);
}

/** By clock: the clocks that it has exchanges with. */
function neighbours({ clocks, rows }: Observations): Set<number>[] {
  const sets = clocks.map(() => new Set<number>());
  for (const { caller, callee } of rows) {
    if (caller === callee) continue;
    sets[caller]!.add(callee);
    sets[callee]!.add(caller);
  }
  return sets;
}
