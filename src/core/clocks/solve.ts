/**
 * A symmetric positive definite matrix as lower Cholesky factor, row-major. Each row is only as long as from its first
 * entry that is not zero: with the unknowns of few connections in front, most rows are short.
 */
export interface Factor {
  size: number;
  cells: Float64Array;
  firsts: Int32Array;
}

/** A full symmetric matrix, row-major. */
export interface Symmetric {
  size: number;
  cells: Float64Array;
}

/** Factors a symmetric positive definite matrix; only its lower triangle is read. */
export function factor({ size, cells }: Symmetric): Factor {
  const lower = new Float64Array(size * size);
  const firsts = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    let first = 0;
    while (first < row && cells[row * size + first] === 0) first++;
    firsts[row] = first;
    for (let column = first; column <= row; column++) {
      let sum = cells[row * size + column]!;
      for (let k = Math.max(first, firsts[column]!); k < column; k++) {
        sum -= lower[row * size + k]! * lower[column * size + k]!;
      }
      const pivot = lower[column * size + column]!;
      // Priors keep pivots positive; rounding may not.
      lower[row * size + column] = row === column ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / pivot;
    }
  }
  return { size, cells: lower, firsts };
}

/** The vector that the factored matrix turns into `right`. */
export function solveWith(factored: Factor, right: Float64Array): Float64Array {
  return backward(factored, forward(factored, right, 0));
}

/** The variance of a weighted sum of unknowns, whose covariance is the inverse of the factored matrix. */
export function varianceOf(factored: Factor, weights: Float64Array): number {
  return forward(factored, weights, 0).reduce((sum, value) => sum + value * value, 0);
}

/** The inverse of the factored matrix. */
export function invert(factored: Factor): Symmetric {
  const { size } = factored;
  const cells = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    unit.fill(0);
    unit[row] = 1;
    cells.set(backward(factored, forward(factored, unit, row)), row * size);
  }
  return { size, cells };
}

/** Solves with the lower factor; the right side is zero before `from`. */
function forward({ size, cells, firsts }: Factor, right: Float64Array, from: number): Float64Array {
  const solution = new Float64Array(size);
  for (let row = from; row < size; row++) {
    let sum = right[row]!;
    for (let k = Math.max(from, firsts[row]!); k < row; k++) sum -= cells[row * size + k]! * solution[k]!;
    solution[row] = sum / cells[row * size + row]!;
  }
  return solution;
}

/** Solves with the upper factor, in place. */
function backward({ size, cells, firsts }: Factor, solution: Float64Array): Float64Array {
  for (let row = size - 1; row >= 0; row--) {
    const value = solution[row]! / cells[row * size + row]!;
    solution[row] = value;
    for (let k = firsts[row]!; k < row; k++) solution[k]! -= cells[row * size + k]! * value;
  }
  return solution;
}
