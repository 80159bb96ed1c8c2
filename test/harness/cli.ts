import { PassThrough, Readable } from 'node:stream';
import { run } from '../../src/cli/program.ts';

export interface Outcome {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  keyFile: string;
  stdin?: string | Uint8Array;
  signal?: AbortSignal;
  loginFile?: string;
  environment?: Record<string, string>;
}

/** Runs a command line in this process, with streams of its own. */
export async function cli(
  args: readonly string[],
  {
    keyFile,
    stdin = '',
    signal = new AbortController().signal,
    environment = {},
    loginFile = `${keyFile}.login`,
  }: CliOptions,
): Promise<Outcome> {
  const sink = (): { stream: NodeJS.WriteStream; text(): string } => {
    const parts: Buffer[] = [];
    const stream = new PassThrough().on('data', (part: Buffer) => parts.push(part));
    return {
      stream: stream as unknown as NodeJS.WriteStream,
      text: () => Buffer.concat(parts).toString('utf8'),
    };
  };
  const out = sink();
  const err = sink();
  const exitCode = await run(args, {
    stdout: out.stream,
    stderr: err.stream,
    stdin: Readable.from([Buffer.from(stdin)]),
    keyFile,
    loginFile,
    environment,
    now: () => new Date('2026-06-01T12:00:00Z'),
    signal,
  });
  await new Promise(setImmediate);
  return { exitCode, stdout: out.text(), stderr: err.text() };
}
