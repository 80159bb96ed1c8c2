/** A coordinate with one decimal, so that a drawing does not carry digits that no one can see. */
export function svgNumber(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 10) / 10) : '0';
}
