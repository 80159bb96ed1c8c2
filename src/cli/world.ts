import type { Readable } from 'node:stream';

/** What a command may touch of the world outside; tests give their own. */
export interface World {
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
  stdin: Readable;
  /** Where the key is kept unless `--key` says otherwise. */
  keyFile: string;
  now(): Date;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}
