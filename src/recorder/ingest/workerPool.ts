import { Worker } from 'node:worker_threads';
import type { Reply, Request, WorkerSetup } from './messages.ts';

/** A failure inside a worker, with the system's error code where there is one (e.g. ENOSPC). */
export class WorkerFailed extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** Records live for a row group: room for one among the young objects spares the collector from moving them. */
const RESOURCES = { maxYoungGenerationSizeMb: 64 };

type ReplyTo<T extends Request['type']> = Extract<Reply, { type: T }>;

/** Threads that each answer one request at a time. */
export class WorkerPool {
  #workers: Worker[];

  constructor(setups: readonly WorkerSetup[]) {
    const script = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
    this.#workers = setups.map(workerData => new Worker(script, { workerData, resourceLimits: RESOURCES }));
  }

  /** Gives each request to the next free worker; replies in the order of the requests. */
  async all<T extends Request['type']>(
    requests: readonly Extract<Request, { type: T }>[],
  ): Promise<ReplyTo<T>[]> {
    const replies: ReplyTo<T>[] = [];
    let next = 0;
    const work = async (worker: Worker): Promise<void> => {
      while (next < requests.length) {
        const index = next++;
        replies[index] = await ask<T>(worker, requests[index]!);
      }
    };
    await Promise.all(this.#workers.map(work));
    return replies;
  }

  /** Asks every worker the same. */
  each<T extends Request['type']>(request: Extract<Request, { type: T }>): Promise<ReplyTo<T>[]> {
    return Promise.all(this.#workers.map(worker => ask<T>(worker, request)));
  }

  /** Ends all threads, whatever they are doing. */
  async stop(): Promise<void> {
    await Promise.all(this.#workers.map(worker => worker.terminate()));
  }
}

function ask<T extends Request['type']>(
  worker: Worker,
  request: Extract<Request, { type: T }>,
): Promise<ReplyTo<T>> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
    };
    const onMessage = (reply: Reply): void => {
      settle();
      if (reply.type === 'failed') reject(new WorkerFailed(reply.message, reply.code));
      else resolve(reply as ReplyTo<T>);
    };
    const onError = (error: Error): void => {
      settle();
      reject(error);
    };
    const onExit = (): void => {
      settle();
      reject(new WorkerFailed('a reading thread ended before its work was done', ''));
    };
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(request);
  });
}
