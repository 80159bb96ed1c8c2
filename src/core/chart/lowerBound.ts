/**
 * First place in the ascending stretch `from` to `to` whose value is at least `wanted`; `to` when there is none.
 *
 * @param to end of the stretch, exclusive
 */
export function lowerBound(values: ArrayLike<number>, wanted: number, from = 0, to = values.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
