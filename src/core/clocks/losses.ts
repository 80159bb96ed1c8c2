/** How a residual turns into trust; both it and what is typical are in standard deviations. */
export type Loss = (deviation: number, typical: number) => number;

/** Squares within what is typical at the time, absolute deviations beyond: for fits that lack steps yet. */
export const forgiving: Loss = (deviation, typical) => 1 / Math.max(1, Math.abs(deviation) / typical);

/** Least absolute deviations: of contradicting observations the fewest are dropped, rather than all averaged. */
export const absolute: Loss = deviation => 1 / Math.max(1, Math.abs(deviation));

/** What an observation keeps when it is far off, so that a clock of which all were is still somewhere. */
const REMNANT = 1e-10;

/** An observation this many typical residuals off has hardly a say at all. */
export const redescending =
  (cutoff: number): Loss =>
  (deviation, typical) => {
    const share = deviation / (cutoff * typical);
    return Math.max(REMNANT, Math.abs(share) >= 1 ? 0 : (1 - share * share) ** 2);
  };
