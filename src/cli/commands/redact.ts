import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { createPrefilter } from '../../core/redaction/prefilter.ts';
import { createRedactor } from '../../core/redaction/redactor.ts';
import { RULES } from '../../core/redaction/rules/index.ts';
import { redactInThreads } from '../../recorder/redact/redactInThreads.ts';
import { createRedactionReport } from '../../recorder/redact/redactionReport.ts';
import { redactLines } from '../../recorder/redact/redactLines.ts';
import { tokenKey } from '../../recorder/redact/tokenKey.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import { tokenKeyFrom } from '../keys.ts';
import type { World } from '../world.ts';

export interface RedactOptions {
  report?: string;
  key?: string;
  out?: string;
}

const CHUNK = 2 ** 20;

/** Files of that size are worth the start of threads, which takes half a second. */
const LARGE = 2 ** 25;

/** `afterword redact [PATH|-]`: text in, text out, line for line. Files that it writes appear whole or not at all. */
export async function redact(world: World, path: string, options: RedactOptions): Promise<number> {
  const key = await tokenKeyFrom(options.key);
  const report = options.report === undefined ? undefined : new WholeFile(options.report);
  const output = options.out === undefined ? undefined : new WholeFile(options.out);
  const written = report && createRedactionReport(text => void report.stream.write(text));
  try {
    const onReplacement = written && { onReplacement: written.add };
    const input = inputOf(world, path);
    const redacted = (await isLarge(path))
      ? redactInThreads(input, { key, ...onReplacement })
      : redactLines(input, {
          redactor: createRedactor({ tokenOf: tokenKey(key) }),
          prefilter: createPrefilter(RULES),
          ...onReplacement,
        });
    const target = output?.stream ?? world.stdout;
    for await (const bytes of redacted) {
      world.signal.throwIfAborted();
      if (!target.write(bytes)) await once(target, 'drain', { signal: world.signal });
    }
    written?.end();
    for (const file of [report, output]) await file?.keep();
    return EXIT.done;
  } finally {
    for (const file of [report, output]) await file?.discard();
  }
}

/** Whether it is a large file. Standard input may be one that is still written: its lines must come out as they go in. */
async function isLarge(path: string): Promise<boolean> {
  if (path === '-') return false;
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() === true && stats.size >= LARGE;
}

/** The input's bytes. Throws CommandFailed when it cannot be read. */
async function* inputOf(world: World, path: string): AsyncGenerator<Uint8Array> {
  if (path === '-') {
    yield* world.stdin as AsyncIterable<Uint8Array>;
    return;
  }
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR')
      throw new CommandFailed(
        `${path} is a folder. Give a file, or use \`records\` for a folder.`,
        EXIT.usage,
      );
    throw new CommandFailed(code === 'ENOENT' ? `${path}: no such file. Check the spelling.` : message);
  }
}

/** A file that is written beside its name and gets the name when it is complete. */
class WholeFile {
  readonly stream: WriteStream;
  #path: string;
  #partial: string;
  #isKept = false;
  #failure: Error | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#partial = `${path}.partial-${process.pid}`;
    this.stream = createWriteStream(this.#partial, { highWaterMark: CHUNK });
    this.stream.on('error', error => {
      this.#failure = error;
    });
  }

  async keep(): Promise<void> {
    this.stream.end();
    if (!this.stream.closed) await once(this.stream, 'close');
    if (this.#failure) throw this.#failure;
    await rename(this.#partial, this.#path);
    this.#isKept = true;
  }

  async discard(): Promise<void> {
    if (this.#isKept) return;
    this.stream.destroy();
    if (!this.stream.closed) await once(this.stream, 'close');
    await rm(this.#partial, { force: true });
  }
}
