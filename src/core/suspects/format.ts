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

/** Units that a metric's name may tell, with the writing of a value in them; first match wins. */
const UNITS: [RegExp, (value: number) => string][] = [
  [/\(%\)|_percent\b/i, value => `${figure(value)} %`],
  [/\(s\)|_seconds\b/i, value => duration(value * 1e6)],
  [/\(ms\)|_milliseconds\b/i, value => duration(value * 1e3)],
  [/\(Mi\)/, value => bytes(value * 2 ** 20)],
  [/bytes\b/i, bytes],
];

/** A metric's value in the unit that its name tells: `83.8 %`, `1.5 s`, `54.5 kB`; a bare number where it tells none. */
export function reading(metric: string, value: number): string {
  const write = UNITS.find(([name]) => name.test(metric))?.[1] ?? figure;
  return write(value);
}

function bytes(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${figure(value / 1e9)} GB`;
  if (size >= 1e6) return `${figure(value / 1e6)} MB`;
  if (size >= 1e3) return `${figure(value / 1e3)} kB`;
  return `${figure(value)} B`;
}

/** The first `most` characters of a text, with an ellipsis where it is cut. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
