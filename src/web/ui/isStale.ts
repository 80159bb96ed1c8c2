import { RefusedError } from '../../client/refusedError.ts';

/** Whether an edit was refused because somebody else changed the same thing first. */
export const isStale = (error: unknown): boolean =>
  error instanceof RefusedError && error.problem.status === 412;
