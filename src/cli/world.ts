import type { Readable } from 'node:stream';

/** What a command may touch of the world outside; tests give their own. */
export interface World {
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
  stdin: Readable;
  /** Where the key is kept unless `--key` says otherwise. */
  keyFile: string;
  /** Where `afterword login` keeps the server and the token. */
  loginFile: string;
  /** All variables: AFTERWORD_SERVER and AFTERWORD_TOKEN to ask a server, the others to run one. */
  environment: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}
