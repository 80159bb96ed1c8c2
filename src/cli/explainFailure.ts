import { RefusedError } from '../client/refusedError.ts';
import { BadKeyFile } from '../recorder/freeze/sealKey.ts';
import { SealBroken } from '../recorder/freeze/sealStream.ts';
import { NotADraft } from '../recorder/freeze/verifyFolder.ts';
import { NothingToRead } from '../recorder/ingest/nothingToRead.ts';
import { UnreadableInput } from '../recorder/inputs/findFiles.ts';
import { isDiskFull } from '../recorder/isDiskFull.ts';
import { CommandFailed, EXIT } from './exit.ts';
import { visible } from './remote/cellText.ts';

const INTERRUPTED = 130;
const BROKEN_OFF =
  'interrupted. Nothing half-written is left here; what a server had taken already stays there.';

/** System errors, in general or of one system call, in words that say what to do. */
const SYSTEM: Record<string, string> = {
  ENOSPC:
    'no space left on the disk. Free some, or write to another disk with --out; nothing half-written was kept.',
  EDQUOT:
    'the disk quota is used up. Free some space, or write elsewhere with --out; nothing half-written was kept.',
  EACCES: 'permission denied',
  EROFS: 'the file system is read-only. Write elsewhere with --out.',
  'ENOENT mkdir': 'no folder can be made there. Name another place.',
  EMFILE: 'too many open files. Raise the limit (ulimit -n 4096) and try again.',
};

/** Refusals that the same request may not meet later. */
const PASSING = new Set(['unavailable', 'rate_limited', 'internal']);

function explainRefusal({ code, problem }: RefusedError): { message: string; exitCode: number } {
  const places = (problem.issues ?? []).map(({ path, message }) => `\n  ${path || '/'}: ${message}`).join('');
  const next = code === 'unauthenticated' ? ' Here: `afterword login --server … --token -`.' : '';
  return {
    message: `${visible(problem.detail + places)}${next}`,
    exitCode: PASSING.has(code) ? EXIT.unavailable : EXIT.refused,
  };
}

/** What `fetch` says when there is nobody to talk to; the reason is its cause. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError && error.message === 'fetch failed';

/** What to tell a person about an error that ended a command, and the exit code. A bug keeps its stack. */
export function explainFailure(error: unknown, signal: AbortSignal): { message: string; exitCode: number } {
  if (signal.aborted) return { message: BROKEN_OFF, exitCode: INTERRUPTED };
  if (error instanceof CommandFailed) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof RefusedError) return explainRefusal(error);
  if (isUnreachable(error)) {
    const { message = '' } = ((error as Error).cause ?? {}) as Error;
    return {
      message: `the server does not answer (${message || 'no connection'}). Is its address right, and is it running?`,
      exitCode: EXIT.unavailable,
    };
  }
  const { code = '', syscall, message, stack, path } = error as NodeJS.ErrnoException;
  if (
    [UnreadableInput, NothingToRead, BadKeyFile, NotADraft, SealBroken].some(known => error instanceof known)
  )
    return { message, exitCode: EXIT.unreadable };
  const known = SYSTEM[`${code} ${syscall}`] ?? SYSTEM[code];
  if (known !== undefined) return { message: path ? `${path}: ${known}` : known, exitCode: EXIT.unreadable };
  if (isDiskFull(error)) return { message: SYSTEM.ENOSPC!, exitCode: EXIT.unreadable };
  return {
    message: `this is a bug in Afterword, please report it.\n${stack ?? message}`,
    exitCode: EXIT.unreadable,
  };
}
