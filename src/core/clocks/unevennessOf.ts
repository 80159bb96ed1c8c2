import { layout } from './design.ts';
import type { Fit } from './fitModel.ts';
import type { Observations } from './observe.ts';

/**
 * By how many microseconds the fit makes the way there longer than half of both ways, of each observation. More than
 * half the slack, either way, is impossible: an effect would come before its cause.
 */
export function unevennessOf({ clocks, rows }: Observations, fitted: Fit): Float64Array {
  const places = layout(clocks.length, fitted.reference);
  const common = fitted.unknowns[places.unevenness]!;
  const closing = fitted.unknowns[places.closing]!;
  return fitted.residuals.map((residual, i) => {
    const row = rows[i]!;
    return residual + fitted.habits[row.link]! + common + row.closing * closing;
  });
}
