/** The inverse of a symmetric positive definite matrix, and with it solutions of the normal equations. */
export interface Inverse {
  size: number;
  /** Row-major, `size × size`. */
  cells: Float64Array;
}

/**
 * Inverts a symmetric positive definite matrix by Cholesky factors.
 * @param cells row-major `size × size`; only the lower triangle is read. Pivots that vanish are treated as infinitely
 *   uncertain directions are not expected: the caller adds a prior to every unknown.
 */
export function invert(cells: Float64Array, size: number): Inverse {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = cells[row * size + column]!;
      for (let k = 0; k < column; k++) sum -= factor[row * size + k]! * factor[column * size + k]!;
      factor[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-300)) : sum / factor[column * size + column]!;
    }
  }
  const inverse = new Float64Array(size * size);
  const solution = new Float64Array(size);
  for (let unit = 0; unit < size; unit++) {
    solution.fill(0);
    for (let row = unit; row < size; row++) {
      let sum = row === unit ? 1 : 0;
      for (let k = unit; k < row; k++) sum -= factor[row * size + k]! * solution[k]!;
      solution[row] = sum / factor[row * size + row]!;
    }
    for (let row = size - 1; row >= 0; row--) {
      let sum = solution[row]!;
      for (let k = row + 1; k < size; k++) sum -= factor[k * size + row]! * solution[k]!;
      solution[row] = sum / factor[row * size + row]!;
      inverse[row * size + unit] = solution[row]!;
    }
  }
  return { size, cells: inverse };
}

/** The inverse times a vector. */
export function multiply(inverse: Inverse, vector: Float64Array): Float64Array {
  const { size, cells } = inverse;
  const product = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0; column < size; column++) sum += cells[row * size + column]! * vector[column]!;
    product[row] = sum;
  }
  return product;
}
