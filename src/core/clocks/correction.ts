import { layout } from './design.ts';
import type { Fit } from './fitModel.ts';
import { varianceOf } from './solve.ts';

/** What the fit says of one clock: how far it stands from the common time, and how sure that is. */
export interface ClockModel {
  clock: number;
  offset: number;
  slope: number;
  /** In order of time; `jump` is added to the correction from `at` on. Seconds since the origin, microseconds. */
  steps: { at: number; jump: number }[];
}

/** Takes the models of all clocks out of a fit. */
export function clockModels(fitted: Fit, clockCount: number): ClockModel[] {
  const at = layout(clockCount, fitted.reference);
  return Array.from({ length: clockCount }, (_, clock) => {
    const column = at.offset(clock);
    const steps = fitted.steps
      .map((step, index) => ({ ...step, jump: fitted.unknowns[at.jump(index)]! }))
      .filter(step => step.clock === clock)
      .map(({ at: time, jump }) => ({ at: time, jump }))
      .sort((a, b) => a.at - b.at);
    return {
      clock,
      offset: column < 0 ? 0 : fitted.unknowns[column]!,
      slope: column < 0 ? 0 : fitted.unknowns[column + 1]!,
      steps,
    };
  });
}

/** Microseconds to add to a stamp of the clock at `time` (seconds since the origin) to come onto the common time. */
export function correctionAt({ offset, slope, steps }: ClockModel, time: number): number {
  return steps.reduce((sum, step) => (time >= step.at ? sum + step.jump : sum), offset + slope * time);
}

/** A moment on two clocks: which steps lie behind is asked at `active`, since `time` may be the edge of a piece. */
export interface Moment {
  time: number;
  active: number;
  referenceTime: number;
}

/** One standard error of a clock's correction against the reference, in microseconds. */
export function errorAt(fitted: Fit, clockCount: number, clock: number, moment: Moment): number {
  const { time, active, referenceTime } = moment;
  const at = layout(clockCount, fitted.reference);
  const weights = new Float64Array(fitted.factored.size);
  const column = at.offset(clock);
  if (column >= 0) {
    weights[column] = 1;
    weights[column + 1] = time;
  }
  fitted.steps.forEach((step, index) => {
    if (step.clock === clock && active >= step.at) weights[at.jump(index)]! += 1;
    if (step.clock === fitted.reference && referenceTime >= step.at) weights[at.jump(index)]! -= 1;
  });
  return Math.sqrt(varianceOf(fitted.factored, weights));
}
