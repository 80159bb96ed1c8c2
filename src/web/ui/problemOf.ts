import { RefusedError } from '../../client/refusedError.ts';
import { t } from '../messages/index.ts';
import { isStale } from './isStale.ts';

/** What is wrong as a whole: the server's words, or that it was not reached; nothing where it names fields. */
export function problemOf(error: unknown): string | undefined {
  if (!error) return undefined;
  if (!(error instanceof RefusedError)) return t.common.notSent;
  if (isStale(error)) return t.common.stale;
  return error.problem.issues?.length ? undefined : error.message;
}

/** All that a refusal says, for when no field on screen shows it. */
export const everythingOf = (error: unknown): string | undefined =>
  problemOf(error) ??
  (error instanceof RefusedError
    ? [error.message, ...(error.problem.issues ?? []).map(({ message }) => message)].join(' ')
    : undefined);
