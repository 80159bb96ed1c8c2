/** A duration for people: `850 µs`, `3.2 ms`, `1.5 s`. */
export function duration(us: number): string {
  if (us >= 60e6) return `${figure(us / 60e6)} min`;
  if (us >= 1e6) return `${figure(us / 1e6)} s`;
  if (us >= 1e3) return `${figure(us / 1e3)} ms`;
  return `${figure(us)} µs`;
}

/** A number with three digits that matter: `0.0123`, `4.17`, `12,400`. */
export function figure(value: number): string {
  const short = Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
  return short.toLocaleString('en-US', { maximumSignificantDigits: 12 });
}

/** How many times as much: `2.5 times`, `300 times`. */
export function times(ratio: number): string {
  return `${ratio >= 10 ? Math.round(ratio).toLocaleString('en-US') : Number(ratio.toPrecision(2))} times`;
}

/** `1 request`, `3 requests`. */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`;
}
