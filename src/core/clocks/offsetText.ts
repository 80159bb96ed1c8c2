const UNITS = [
  { name: 's', micros: 1e6, digits: 6 },
  { name: 'ms', micros: 1e3, digits: 3 },
  { name: 'µs', micros: 1, digits: 0 },
] as const;

/** A signed offset to the microsecond, in the largest unit that leaves it at least one: `+3.412345 s`, `−12.345 ms`, `+40 µs`. */
export function offsetText(offset: number): string {
  const sign = offset < 0 ? '−' : '+';
  return sign + lengthText(offset);
}

/** The same without a sign, for uncertainties: `1.312 ms`. */
export function lengthText(length: number): string {
  const size = Math.round(Math.abs(length));
  const unit = UNITS.find(({ micros }) => size >= micros) ?? UNITS[2];
  return `${(size / unit.micros).toFixed(unit.digits)} ${unit.name}`;
}
