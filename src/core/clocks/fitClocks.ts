import { chooseClocks, countPairs, isCall } from './chooseClocks.ts';
import { type ClockModel, clockModels } from './correction.ts';
import { layout, type Model } from './design.ts';
import type { Exchange } from './exchange.ts';
import { findSteps } from './findSteps.ts';
import { type Fit, fitModel } from './fitModel.ts';
import { absolute, forgiving, type Loss, redescending } from './losses.ts';
import { median, type Observations, observe } from './observe.ts';
import { type PlacedStep, placeStep } from './placeStep.ts';
import { timeOn } from './strongestSteps.ts';
import { thin } from './thin.ts';

/** All clocks that can be compared, fitted together. */
export interface ClockFit {
  observations: Observations;
  fitted: Fit;
  /** By name. */
  models: Map<string, ClockModel>;
  /** In the order of `fitted.steps`: between which seconds since the origin each step happened. */
  places: PlacedStep[];
}

/** The search for steps looks at no more observations than this. */
const SEARCHED = 8000;

/** A clock needs this share of the most pairs to become the reference in place of one that stepped. */
const REFERENCE_SHARE = 0.25;

/** Observations on either side of a step that must surround the search for its place. */
const SURROUNDING = 3;

/** Trust above which an observation surely lies on the right side of a step. */
const SURE = 0.1;

/** First the fewest contradictions, then, ever more narrowly, none of them. */
const FINAL = [
  ...Array<Loss>(5).fill(forgiving),
  ...Array<Loss>(10).fill(absolute),
  redescending(40),
  redescending(15),
  ...Array<Loss>(3).fill(redescending(5)),
];

/** Fits offset, drift and steps of every clock that exchanges connect to the reference; undefined when there is none. */
export function fitClocks(exchanges: readonly Exchange[]): ClockFit | undefined {
  const comparable = chooseClocks(exchanges);
  if (comparable === undefined) return undefined;
  const observations = observe(exchanges, comparable.clocks);
  const first = comparable.clocks.indexOf(comparable.reference);
  const { steps } = findSteps(thin(observations, SEARCHED), first);
  const reference = steadiest(exchanges, comparable.clocks, { reference: first, steps });
  const fitted = fitModel(observations, { reference, steps }, FINAL);
  return { ...describe(observations, fitted), places: steps.map(({ at }) => ({ at, from: at, to: at })) };
}

/** A stretch of a clock's own time, in which one of its steps is to be searched. */
export interface StepWindow {
  step: number;
  clock: string;
  /** Microseconds, as the clock stamped them. */
  from: number;
  to: number;
}

/** Where each step must be searched: between observations that are surely before and surely after it. */
export function stepWindows({ observations, fitted }: ClockFit): StepWindow[] {
  return fitted.steps.map(({ clock, at }, step) => {
    const times = observations.rows
      .filter(
        (row, i) =>
          (row.caller === clock || row.callee === clock) &&
          row.caller !== row.callee &&
          fitted.trust[i]! > SURE,
      )
      .map(row => timeOn(row, clock))
      .sort((a, b) => a - b);
    const after = times.findIndex(time => time >= at);
    const jump = Math.abs(fitted.unknowns[layout(observations.clocks.length, fitted.reference).jump(step)]!);
    const first = times[Math.max(0, after - SURROUNDING)]!;
    const last = times[Math.min(times.length - 1, after + SURROUNDING - 1)]!;
    return {
      step,
      clock: observations.clocks[clock]!,
      from: observations.origin + first * 1e6 - jump,
      to: observations.origin + last * 1e6 + jump,
    };
  });
}

/** Places each step by all paired events around it, and fits everything once more. */
export function placeSteps(
  before: ClockFit,
  windows: readonly StepWindow[],
  evidence: ReadonlyMap<number, readonly Exchange[]>,
): ClockFit {
  const { observations, fitted, models } = before;
  const usualGap = Math.max(1, median([...observations.habits]));
  const seconds = (at: number) => (at - observations.origin) / 1e6;
  const places = windows.map(window => {
    const model = models.get(window.clock)!;
    const { at } = fitted.steps[window.step]!;
    return placeStep({
      exchanges: (evidence.get(window.step) ?? []).filter(
        ({ caller, callee }) => models.has(caller) && models.has(callee),
      ),
      models,
      origin: observations.origin,
      clock: window.clock,
      step: model.steps.findIndex(step => step.at === at),
      window: { from: seconds(window.from), to: seconds(window.to) },
      usualGap,
    });
  });
  const steps = fitted.steps.map(({ clock }, index) => ({ clock, at: places[index]!.at }));
  return {
    ...describe(observations, fitModel(observations, { reference: fitted.reference, steps }, FINAL)),
    places,
  };
}

function describe(observations: Observations, fitted: Fit): Omit<ClockFit, 'places'> {
  const models = clockModels(fitted, observations.clocks.length);
  return {
    observations,
    fitted,
    models: new Map(models.map(model => [observations.clocks[model.clock]!, model])),
  };
}

/** The clock with the fewest steps among those with many pairs: a reference that steps makes all others step. */
function steadiest(
  exchanges: readonly Exchange[],
  clocks: readonly string[],
  { reference, steps }: Model,
): number {
  const pairs = countPairs(exchanges.filter(isCall));
  const pairsOf = (clock: number) => pairs.get(clocks[clock]!) ?? 0;
  const stepsOf = (clock: number) => steps.filter(step => step.clock === clock).length;
  return clocks
    .map((_, clock) => clock)
    .filter(clock => pairsOf(clock) >= REFERENCE_SHARE * pairsOf(reference))
    .reduce(
      (best, clock) =>
        stepsOf(clock) < stepsOf(best) || (stepsOf(clock) === stepsOf(best) && pairsOf(clock) > pairsOf(best))
          ? clock
          : best,
      reference,
    );
}
