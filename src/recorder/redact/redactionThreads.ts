import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Block, RedactedBlock } from './redactBlock.ts';

/** What a thread is started with. */
export interface RedactionSetup {
  /** Of the tokens. */
  key: Uint8Array;
  keepsReplacements: boolean;
}

interface Waiting {
  resolve(block: RedactedBlock): void;
  reject(error: Error): void;
}

/** Blocks that wait for each thread: enough for the time in which nobody hands it more. */
const AHEAD = 2;

/** Threads that redact blocks, one for each processor but the caller's. Each answers in the order it was asked. */
export class RedactionThreads {
  readonly #threads: { worker: Worker; waiting: Waiting[] }[];

  constructor(setup: RedactionSetup) {
    const script = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
    this.#threads = Array.from({ length: availableParallelism() - 1 }, () => {
      const worker = new Worker(script, { workerData: setup });
      const waiting: Waiting[] = [];
      const fail = (error: Error): void => {
        for (const { reject } of waiting.splice(0)) reject(error);
      };
      worker.on('message', (block: RedactedBlock) => waiting.shift()?.resolve(block));
      worker.on('error', fail);
      worker.on('exit', () => fail(new Error('a redacting thread ended before its work was done')));
      return { worker, waiting };
    });
  }

  get size(): number {
    return this.#threads.length;
  }

  /** Whether some thread can take another block. */
  get hasRoom(): boolean {
    return this.#threads.some(({ waiting }) => waiting.length < AHEAD);
  }

  /** Gives a block to the thread with the least to do. Where it fails and nobody awaits it, nothing happens. */
  redact(block: Block): Promise<RedactedBlock> {
    const { worker, waiting } = this.#threads.reduce((least, thread) =>
      thread.waiting.length < least.waiting.length ? thread : least,
    );
    const redacted = new Promise<RedactedBlock>((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage(block);
    });
    redacted.catch(() => {});
    return redacted;
  }

  /** Ends all threads, whatever they are doing. */
  async stop(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}
