import { RefusedError } from '../../client/refusedError.ts';

/** Answers after which what was fetched before must not be shown any more. */
const TAKEN_AWAY: readonly string[] = ['not_found', 'forbidden', 'unauthenticated'];

/**
 * Whether there is nothing to show but the error. What merely cannot be fetched again stays on screen: a form that is
 * open in it must not go away because the server is restarted.
 */
export const isLost = ({ data, error }: { data: unknown; error: unknown }): boolean =>
  Boolean(error) &&
  (data === undefined || (error instanceof RefusedError && TAKEN_AWAY.includes(error.code)));
