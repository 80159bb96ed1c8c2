import type { Micros } from '../../../core/record.ts';

/** A moment as the evidence shows it. Times in microseconds UTC. */
export interface MomentProposal {
  /** On the reference clock. */
  at: Micros;
  /** The end, of a moment with a length. */
  until: Micros | null;
  kind: string;
  title: string;
  /** Why it stands out. */
  reason: string;
  /** 0…1 */
  weight: number;
  /** 0…1, for turns of the incident. */
  confidence: number | null;
  /** One of those that a draft shows. */
  isNotable: boolean;
  source: string;
  service: string;
  /** The time as the source wrote it; empty where several records make the moment. */
  sourceStamp: string;
  /** Added to the stamp to come onto the reference clock. */
  correctionUs: number;
  /** ±; null where it is not known. */
  uncertaintyUs: number | null;
  cites: readonly string[];
}
