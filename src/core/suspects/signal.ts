import type { CauseKind, Suspect } from '../document/bundle.ts';
import type { Micros } from '../record.ts';
import type { Cost, MetricShift, Notice, Pattern } from './shifts.ts';

/** What a signal was computed from, so that a query for it can be written. */
export type Subject =
  | { of: 'cost'; cost: Cost }
  | { of: 'pattern'; pattern: Pattern }
  | { of: 'metric'; metric: MetricShift }
  | { of: 'notice'; notice: Notice };

/** One reason to suspect one service. */
export interface Signal {
  from: Suspect['signals'][number]['from'];
  service: string;
  /** Narrower than the service, where the evidence allows; `''` otherwise. */
  component: string;
  /** 0…1, how strongly this alone speaks against the service. */
  score: number;
  /** Whether it can be the echo of trouble in a service further down. */
  isEcho: boolean;
  /** Which kinds of cause it speaks for, and how clearly (0…1). */
  kinds: Partial<Record<CauseKind, number>>;
  /** A clause without a subject's name and full stop: "waited 1.0 s for …". */
  text: string;
  at: Micros | null;
  /** Whether the figure rests on a comparison with quiet times. */
  hasBaseline: boolean;
  subject: Subject;
}
