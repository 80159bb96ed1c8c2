interface SystemError extends Error {
  code?: string;
  syscall?: string;
  path?: string;
  address?: string;
  port?: number;
}

type Explain = (error: SystemError) => string;

const taken: Explain = ({ address, port }) =>
  `${address}:${port} is taken. End what listens there, or set AFTERWORD_PORT to another port.`;
const elsewhere: Explain = ({ address }) =>
  `${address} is no address of this machine. Set AFTERWORD_HOST to one that is, or to 0.0.0.0 for all.`;
const mayNotListen: Explain = ({ port }) =>
  `This account may not listen at port ${port}. Set AFTERWORD_PORT to one from 1024 on, and put a proxy in front.`;
const unreachable: Explain = ({ message }) =>
  `The database of DATABASE_URL does not answer (${message}). Is its address right, and is it running?`;
const unusable =
  (why: string): Explain =>
  ({ path = 'What was named' }) =>
    `${path} cannot be used: ${why}. Name another place, or put that right.`;

/** What the system says on a machine that is not as it was configured for: of addresses, of files, of the network. */
const OF_LISTENING: Record<string, Explain> = {
  EADDRINUSE: taken,
  EADDRNOTAVAIL: elsewhere,
  EACCES: mayNotListen,
};
const OF_FILES: Record<string, Explain> = {
  EACCES: unusable('permission is denied'),
  EPERM: unusable('permission is denied'),
  EROFS: unusable('the file system is read-only'),
  ENOENT: error =>
    unusable(
      error.syscall === 'mkdir'
        ? 'no folder can be made there'
        : 'it, or the folder that should hold it, is not there',
    )(error),
  ENOTDIR: unusable('a part of the path is a file, not a folder'),
  EEXIST: unusable('it is a file, not a folder'),
  EISDIR: unusable('it is a folder, not a file'),
};
const OF_THE_NETWORK = /^(?:ECONN\w+|E(?:HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/;

/** What the pool of connections says, without a code, when nobody answers. */
const NO_ANSWER = /^(?:Connection terminated|timeout exceeded when trying to connect)/;

/** What an operator can do about an error of the system; undefined for one that no setting brings about. */
export function explainSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', syscall } = error as SystemError;
  if (syscall === 'listen') return OF_LISTENING[code]?.(error);
  const isUnreachable = syscall === 'connect' || OF_THE_NETWORK.test(code) || NO_ANSWER.test(error.message);
  return isUnreachable ? unreachable(error) : OF_FILES[code]?.(error);
}
