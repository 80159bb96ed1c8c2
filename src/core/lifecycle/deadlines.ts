import type { Micros } from '../record.ts';

const HOUR: Micros = 3_600_000_000;

/** By when each step towards a postmortem is due, counted from an instant of its incident. */
export const DEADLINES = {
  owner: { after: 24 * HOUR, from: 'declaredAt', meaning: 'Someone owns the postmortem.' },
  draft: {
    after: 72 * HOUR,
    from: 'restoredAt',
    meaning: 'A draft exists: at least one section says something.',
  },
} as const satisfies Record<string, { after: Micros; from: 'declaredAt' | 'restoredAt'; meaning: string }>;

export type DeadlineName = keyof typeof DEADLINES;

export interface Deadline {
  /** Null while the instant that it counts from has not come. */
  dueAt: Micros | null;
  /** When it was done; null until it is. */
  doneAt: Micros | null;
  state: 'met' | 'late' | 'pending' | 'overdue';
}

/** All in microseconds UTC. */
export interface DeadlineFacts {
  declaredAt: Micros | null;
  restoredAt: Micros | null;
  /** When each step was done; null where it is not. */
  done: Readonly<Record<DeadlineName, Micros | null>>;
  now: Micros;
}

/** Holds each deadline against what was done: met and late are final, pending and overdue move with `now`. */
export function judgeDeadlines({ done, now, ...incident }: DeadlineFacts): Record<DeadlineName, Deadline> {
  const judge = (name: DeadlineName): Deadline => {
    const { after, from } = DEADLINES[name];
    const start = incident[from];
    const dueAt = start === null ? null : start + after;
    const doneAt = done[name];
    const isBeyond = dueAt !== null && (doneAt ?? now) > dueAt;
    if (doneAt === null) return { dueAt, doneAt, state: isBeyond ? 'overdue' : 'pending' };
    return { dueAt, doneAt, state: isBeyond ? 'late' : 'met' };
  };
  return { owner: judge('owner'), draft: judge('draft') };
}
