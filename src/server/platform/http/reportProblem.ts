import { ORPCError } from '@orpc/server';
import type { FastifyBaseLogger } from 'fastify';
import { ERRORS, type Problem } from '../../../contract/errors.ts';

import { toProblem } from './problem.ts';

/** Somebody of us said no and why; there is nothing to look into. */
const isRefusal = (error: unknown): boolean => error instanceof ORPCError && error.code in ERRORS;

/** The body of a failed answer. What failed without anybody refusing it goes to the log, with where it came from. */
export function reportProblem(
  error: unknown,
  { log, requestId }: { log: Pick<FastifyBaseLogger, 'error'>; requestId: string },
): Problem {
  const problem = toProblem(error, requestId);
  if (problem.status >= 500 && !isRefusal(error)) log.error({ err: error, requestId }, 'request failed');
  return problem;
}
