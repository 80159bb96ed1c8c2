import type { Micros } from '../../../core/record.ts';

/** A protobuf `fixed64` in two halves, in nanoseconds, as whole microseconds. Exact, where one double would not be. */
export function microsOfHalves(low: number, high: number): Micros {
  // 2^32 = 4_294_967 × 1000 + 296
  return high * 4_294_967 + Math.floor((high * 296 + low) / 1000);
}

/**
 * Nanoseconds since 1970 as microseconds. OTLP writes them as text (`"1675079459971622667"`), some exporters as a
 * number. Undefined for 0, absent and unreadable values.
 */
export function microsOfNanos(nanos: unknown): Micros | undefined {
  if (typeof nanos === 'string') {
    if (nanos.length < 4) return undefined;
    const micros = Number(nanos.slice(0, -3));
    return micros > 0 ? micros : undefined;
  }
  if (typeof nanos !== 'number' || !(nanos > 0)) return undefined;
  return Math.floor(nanos / 1000);
}
