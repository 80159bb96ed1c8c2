interface SystemError extends Error {
  code?: string;
  syscall?: string;
  path?: string;
  address?: string;
  port?: number;
  hostname?: string;
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
  ({ path }) =>
    `${path} cannot be used: ${why}. Name another place, or put it right (AFTERWORD_DATA, AFTERWORD_CHECKPOINTS, AFTERWORD_AUDIT_KEY).`;

/** What the system says when a server starts on a machine that is not as it was configured for. */
const OF_LISTENING: Record<string, Explain> = {
  EADDRINUSE: taken,
  EADDRNOTAVAIL: elsewhere,
  EACCES: mayNotListen,
};
const OF_CONNECTING: Record<string, Explain> = {
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENOENT: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
};
const OF_FILES: Record<string, Explain> = {
  EACCES: unusable('permission is denied'),
  EPERM: unusable('permission is denied'),
  EROFS: unusable('the file system is read-only'),
  ENOENT: unusable('it is not there and cannot be made'),
  ENOTDIR: unusable('a part of the path is a file, not a folder'),
  EEXIST: unusable('it is a file, not a folder'),
  EISDIR: unusable('it is a folder, not a file'),
};

function tableOf({ syscall, path }: SystemError): Record<string, Explain> {
  if (syscall === 'listen') return OF_LISTENING;
  return syscall === 'connect' || path === undefined ? OF_CONNECTING : OF_FILES;
}

/** What an operator can do about an error of the system; undefined for one that no setting brings about. */
export function explainSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '' } = error as SystemError;
  return tableOf(error)[code]?.(error);
}
