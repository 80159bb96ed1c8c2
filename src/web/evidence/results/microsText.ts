const UNITS = [
  [60_000_000, 'min'],
  [1_000_000, 's'],
  [1_000, 'ms'],
  [1, 'µs'],
] as const;

/** `1.2 ms`, `29 µs`, `4.5 s`: a length in microseconds to two or three digits. */
export function microsText(micros: number): string {
  const size = Math.abs(micros);
  const [unit, name] = UNITS.find(([unit]) => size >= unit) ?? UNITS.at(-1)!;
  const value = size / unit;
  return `${value < 10 ? Number(value.toFixed(value < 1 ? 2 : 1)) : Math.round(value)} ${name}`;
}

/** The same with its sign: `+338 µs`, `−1.2 ms`. */
export const signedMicrosText = (micros: number): string =>
  `${micros === 0 ? '' : micros > 0 ? '+' : '−'}${microsText(micros)}`;
