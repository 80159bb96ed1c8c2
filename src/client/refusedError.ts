import type { ErrorCode, Problem } from '../contract/errors.ts';

/** A refusal as the server explained it. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  readonly code: ErrorCode | 'internal';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.code = problem.code;
    this.problem = problem;
  }
}
