import type { Micros } from '../../../core/record.ts';

/**
 * Nanoseconds since 1970 as microseconds. OTLP writes them as text (`"1675079459971622667"`), some exporters as a
 * number. Undefined for 0, absent and unreadable values.
 */
export function microsOfNanos(nanos: unknown): Micros | undefined {
  if (typeof nanos === 'string') {
    if (nanos.length < 4) return undefined;
    const micros = Number(nanos.slice(0, -3));
    return micros > 0 && Number.isSafeInteger(micros) ? micros : undefined;
  }
  if (typeof nanos !== 'number' || !(nanos > 0)) return undefined;
  const micros = Math.floor(nanos / 1000);
  return Number.isSafeInteger(micros) ? micros : undefined;
}
