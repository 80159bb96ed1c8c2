import { ORPCError } from '@orpc/server';
import { ERRORS, type ErrorCode, type Problem } from '../../../contract/errors.ts';
import { ObjectMissing, StorageUnavailable, WrongContent } from '../../../recorder/objects/objectStore.ts';

type Issue = { path: string; message: string };

const MADE_UP =
  'A value is not of the form that is needed here. Send a cursor as the list gave it out, or begin again without one.';

const UNKEEPABLE =
  'The text holds characters that cannot be kept. Remove U+0000 and halves of surrogate pairs.';

/** Codes of oRPC, Fastify and PostgreSQL that are a caller's to solve, or the operator's. */
const CODES: Record<string, readonly [ErrorCode, string]> = {
  BAD_REQUEST: ['invalid', 'Some fields are not as the operation needs them. Correct those under `issues`.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['invalid', 'Send JSON, with `Content-Type: application/json`.'],
  FST_ERR_CTP_INVALID_JSON_BODY: [
    'invalid',
    'The body is not valid JSON. Send one JSON object, whole and in UTF-8.',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid', 'The body is empty: send JSON, or leave Content-Type out.'],
  FST_ERR_BAD_URL: [
    'invalid',
    'The address holds a % that is not followed by two hexadecimal digits: write it as %25.',
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: [
    'too_large',
    'The body is larger than this operation takes. Send large files as an upload in parts.',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'invalid',
    'Content-Length does not match the body. Send the body whole, with its length in bytes.',
  ],
  '22021': ['invalid', UNKEEPABLE],
  '22P05': ['invalid', UNKEEPABLE],
  // Every field was checked before it came to the database, but a cursor is only what its maker says it is.
  '22003': ['invalid', MADE_UP],
  '22007': ['invalid', MADE_UP],
  '22008': ['invalid', MADE_UP],
  '22009': ['invalid', MADE_UP],
  '22P02': ['invalid', MADE_UP],
  '23503': [
    'conflict',
    'Something that this refers to is gone, or something still refers to it. Read it again.',
  ],
  '23505': [
    'conflict',
    'There is already one with this name or key. Choose another, or use the one that is there.',
  ],
  '40001': ['conflict', 'Somebody changed this at the same moment. Try again.'],
  '40P01': ['conflict', 'Somebody changed this at the same moment. Try again.'],
  '55P03': ['unavailable', 'Somebody is changing this at the moment. Try again in a few seconds.'],
  '57014': ['unavailable', 'The database took too long. Narrow the request, or try again.'],
  '53100': [
    'unavailable',
    'The disk of the database is full. Reading works; an administrator must make room.',
  ],
  '53300': ['unavailable', 'The database has no connection left. Try again in a few seconds.'],
  '25006': [
    'unavailable',
    'The disk of the database is nearly full, so nothing can be written. Reading works; an administrator must make room.',
  ],
  ENOSPC: ['unavailable', 'The disk is full. Reading works; an administrator must make room.'],
  EDQUOT: ['unavailable', 'The disk is full. Reading works; an administrator must make room.'],
};

const LOST_DATABASE = /^(?:57P0[1-5]|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE)$/;
const LOST_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** The socket of our own PostgreSQL is not there; a file that is missing is something else. */
const isSocketGone = (error: unknown): boolean =>
  codeOf(error) === 'ENOENT' && (error as NodeJS.ErrnoException).syscall === 'connect';

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

/** What the object store says, in its own words. */
const STORAGE = [
  [StorageUnavailable, 'unavailable'],
  [WrongContent, 'invalid'],
  [ObjectMissing, 'not_found'],
] as const;

/** Whatever else Fastify finds wrong with how a request is written. */
const isMisread = (error: unknown): error is Error =>
  codeOf(error).startsWith('FST_') &&
  Math.floor(Number((error as { statusCode?: number }).statusCode) / 100) === 4;

function judge(error: unknown): { code: ErrorCode; detail: string; status?: number } | undefined {
  const stored = STORAGE.find(([failure]) => error instanceof failure);
  if (stored) return { code: stored[1], detail: (error as Error).message };
  const code = codeOf(error);
  if (error instanceof ORPCError && code in ERRORS)
    return { code: code as ErrorCode, detail: error.message, status: error.status };
  const known = CODES[code];
  if (known) return { code: known[0], detail: known[1] };
  if (isMisread(error))
    return { code: 'invalid', detail: `${error.message} How to ask is shown at /reference.` };
  const isLost = LOST_DATABASE.test(code) || LOST_CONNECTION.test(String((error as Error)?.message));
  if (isLost || isSocketGone(error))
    return {
      code: 'unavailable',
      detail: 'The database does not answer. It is being started again; try in a few seconds.',
    };
  return undefined;
}

/** Paths as JSON pointers, of schema issues as zod gives them. */
function issuesOf(error: unknown): readonly Issue[] | undefined {
  const issues = (error as { data?: { issues?: readonly { path?: unknown; message: string }[] } } | null)
    ?.data?.issues;
  return issues?.map(({ path, message }) => ({
    path: Array.isArray(path)
      ? path.map(part => `/${String((part as { key?: unknown })?.key ?? part)}`).join('')
      : String(path ?? ''),
    message,
  }));
}

const BUG = { title: 'Something broke', status: 500, code: 'internal' } as const;

/** The body of a failed answer. What is not known becomes a plain 500 that names nothing but the request. */
export function toProblem(error: unknown, requestId: string): Problem {
  const judged = judge(error);
  if (!judged)
    return {
      type: 'urn:afterword:error:internal',
      ...BUG,
      detail: `This is a fault of the server, not of the request. Tell an administrator the id ${requestId}.`,
      instance: requestId,
    };
  const { code, detail, status } = judged;
  const issues = issuesOf(error);
  return {
    type: `urn:afterword:error:${code}`,
    title: ERRORS[code].title,
    status: status ?? ERRORS[code].status,
    code,
    detail,
    instance: requestId,
    ...(issues && { issues }),
  };
}
