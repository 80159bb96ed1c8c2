const MICROS: Readonly<Record<string, number>> = {
  ns: 1e-3,
  us: 1,
  µs: 1,
  μs: 1,
  ms: 1e3,
  s: 1e6,
  sec: 1e6,
  m: 60e6,
  min: 60e6,
  h: 3600e6,
};

/** Microseconds in a duration that says its unit (`12.4ms`, `1m2.5s`, `0.12s`), undefined for anything else. */
export function durationFromText(text: string): number | undefined {
  if (!/^(?:\d{1,12}(?:\.\d{1,12})? ?(?:ns|us|µs|μs|ms|sec|s|min|m|h))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/([\d.]+) ?([a-zµμ]+)/g))
    total += Number(amount) * MICROS[unit!]!;
  return Math.round(total);
}
