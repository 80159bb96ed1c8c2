import type { Instant } from './instant.ts';

/** 2^62 marks 1970; the label format as daemontools and s6 write it runs ten seconds ahead of UTC, fixed. */
const ORIGIN = 2n ** 62n + 10n;

/** The instant of a TAI64N label, `@4000000037c219bf2ef02e94` (multilog, s6-log, qmail); undefined for anything else. */
export function instantFromTai(label: string): Instant | undefined {
  if (!/^@[0-9a-f]{24}$/i.test(label)) return undefined;
  const seconds = BigInt(`0x${label.slice(1, 17)}`) - ORIGIN;
  const nanos = Number.parseInt(label.slice(17), 16);
  const at = Number(seconds) * 1e6 + Math.floor(nanos / 1000);
  if (seconds < 0n || nanos > 999_999_999 || !Number.isSafeInteger(at)) return undefined;
  return { at, precision: 'ns', zoned: true };
}
