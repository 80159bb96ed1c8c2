import { ORPCError } from '@orpc/server';
import { ERRORS, type ErrorCode } from '../../../contract/errors.ts';

interface Details {
  /** Another status of the same family: 412 for a conflict that If-Match found. */
  status?: number;
  issues?: readonly { path: string; message: string }[];
}

/**
 * Refuses the request.
 *
 * @param message what is wrong and what to do next, for the person who asked
 * @throws always
 */
export function refuse(code: ErrorCode, message: string, { status, issues }: Details = {}): never {
  throw new ORPCError(code, {
    message,
    status: status ?? ERRORS[code].status,
    data: { issues },
  });
}

/** The one answer for what is not there and for what may not be seen: nobody learns which it is. */
export function refuseAbsent(noun: string): never {
  return refuse(
    'not_found',
    `There is no such ${noun}, or you may not see it. Check the id, or ask its owner for access.`,
  );
}
