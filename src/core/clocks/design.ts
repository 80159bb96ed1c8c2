import type { Observations } from './observe.ts';

/** A clock jumped at a time of its own, in seconds since the origin. */
export interface Step {
  clock: number;
  at: number;
}

/** Which clock the others are compared with, and which jumps to look for. */
export interface Model {
  reference: number;
  steps: readonly Step[];
}

/** Compressed sparse rows: observation `i` speaks of `columns[starts[i]…starts[i+1])`, as `values` say. */
export interface Design {
  size: number;
  starts: Int32Array;
  columns: Int32Array;
  values: Float64Array;
}

/** Where each unknown stands: offset and slope of each clock but the reference, two common ones, a jump a step. */
export function layout(clockCount: number, reference: number) {
  const common = 2 * (clockCount - 1);
  return {
    /** −1 for the reference, which has no offset and no slope; the slope follows the offset. */
    offset: (clock: number) => (clock === reference ? -1 : 2 * (clock > reference ? clock - 1 : clock)),
    unevenness: common,
    closing: common + 1,
    jump: (step: number) => common + 2 + step,
    size: (steps: number) => common + 2 + steps,
  };
}

/**
 * The linear system behind the fit: `difference = unevenness + closing × its gap + caller's correction − callee's
 * correction`, each correction taken half at the exchange's first stamp and half at its last.
 */
export function design(observations: Observations, model: Model): Design {
  const { clocks, rows } = observations;
  const at = layout(clocks.length, model.reference);
  const stepsOf = clocks.map((_, clock) =>
    model.steps.flatMap((step, index) =>
      step.clock === clock ? [{ at: step.at, column: at.jump(index) }] : [],
    ),
  );
  const most = 2 + 2 * (2 + Math.max(0, ...stepsOf.map(steps => steps.length)));
  const starts = new Int32Array(rows.length + 1);
  const columns = new Int32Array(rows.length * most);
  const values = new Float64Array(rows.length * most);
  let end = 0;
  const add = (column: number, value: number) => {
    columns[end] = column;
    values[end++] = value;
  };
  const addClock = (sign: number, clock: number, first: number, last: number) => {
    const offset = at.offset(clock);
    if (offset >= 0) {
      add(offset, sign);
      add(offset + 1, (sign * (first + last)) / 2);
    }
    for (const step of stepsOf[clock]!) {
      const share = (Number(first >= step.at) + Number(last >= step.at)) / 2;
      if (share > 0) add(step.column, sign * share);
    }
  };
  rows.forEach((row, i) => {
    add(at.unevenness, 1);
    add(at.closing, row.closing);
    if (row.caller !== row.callee) {
      addClock(1, row.caller, row.sent, row.answered);
      addClock(-1, row.callee, row.received, row.replied);
    }
    starts[i + 1] = end;
  });
  return { size: at.size(model.steps.length), starts, columns, values };
}
