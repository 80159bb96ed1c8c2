/**
 * Everything that can go wrong in a way that a caller can do something about. Eight codes, one map to HTTP; anything
 * else is a bug and answers as status 500 with the request's id and nothing more.
 */
export const ERRORS = {
  invalid: { status: 422, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'In conflict with the present state' },
  too_large: { status: 413, title: 'Too large' },
  rate_limited: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available at the moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** RFC 9457 body of every failed request, as `application/problem+json`. */
export interface Problem {
  type: `urn:afterword:error:${ErrorCode | 'internal'}`;
  title: string;
  status: number;
  code: ErrorCode | 'internal';
  /** What is wrong here, and what to do next. */
  detail: string;
  /** The request's id: what an operator searches the log for. */
  instance: string;
  /** Where in the input, for `invalid`: path in the input, such as `/services/0/name`. */
  issues?: readonly { path: string; message: string }[];
}
