import type { Micros } from '../record.ts';

/**
 * One causally paired exchange between two clocks: a caller sends, a callee receives, replies, and the caller is answered.
 * In true time `sent ≤ received` and, unless the work outlives the call, `replied ≤ answered`; so the two gaps bound
 * what the callee's clock must be corrected by, relative to the caller's, from both sides.
 * `sent` and `answered` are stamps of `caller`, `received` and `replied` stamps of `callee`; all uncorrected.
 */
export interface Exchange {
  /** A call between two programs, or log lines inside the span that they name. */
  kind: 'call' | 'lines';
  /** Which kind of exchange it is (caller and callee service): exchanges of one link share their habits of delay. */
  link: string;
  caller: string;
  callee: string;
  sent: Micros;
  received: Micros;
  /** null for a message: it is received after it was sent, and nothing comes back. */
  replied: Micros | null;
  answered: Micros | null;
  /** Microseconds from the end of the callee's last inner work to its own end; null when it shows no inner work. */
  closing: number | null;
  /** Names the events to a reader, e.g. the two span ids. */
  name: string;
}
