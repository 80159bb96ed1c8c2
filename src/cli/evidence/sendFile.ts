import { hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../../client/createClient.ts';
import { RefusedError } from '../../client/refusedError.ts';

/** Parts on their way at once: one waits for the server's disk while another is on the wire. */
const AT_ONCE = 3;
const MOST_TRIES = 6;
/** Milliseconds before the second try; doubled before each further one. */
const FIRST_PAUSE = 500;

/** Refusals that the same request may not meet later. */
const PASSING = new Set(['unavailable', 'rate_limited', 'internal']);

interface Sending {
  location: string;
  /** Told the bytes that are safe on the server. */
  progress: (bytes: number) => void;
  signal: AbortSignal;
}

type Upload = Awaited<ReturnType<Client['uploads']['get']>>;

/**
 * Sends the parts of a file that the server does not have yet, in any order, each with its hash; what breaks is tried
 * again. Holds a few parts in memory, whatever the file's size. Throws what the last try of a part threw.
 */
export async function sendFile(
  client: Client,
  { id, bytes, partBytes, partCount, received }: Upload,
  { location, progress, signal }: Sending,
): Promise<void> {
  const there = new Set(received.map(({ number }) => number));
  const missing = Array.from({ length: partCount }, (_, index) => index + 1).filter(
    number => !there.has(number),
  );
  let safe = received.reduce((sum, part) => sum + part.bytes, 0);
  progress(safe);
  const file = await open(location);
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const sendNext = async (): Promise<void> => {
    for (let number = missing.shift(); number !== undefined; number = missing.shift()) {
      const start = (number - 1) * partBytes;
      const part = await readAt(file, start, Math.min(partBytes, bytes - start));
      const sha256 = hash('sha256', part);
      await again(
        () =>
          client.uploads.putPart(
            { id, number: number!, sha256, bytes: new Blob([part]) },
            { signal: either },
          ),
        either,
      );
      safe += part.length;
      progress(safe);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
  } finally {
    ended.abort();
    await file.close();
  }
}

async function readAt(file: FileHandle, start: number, length: number): Promise<Buffer<ArrayBuffer>> {
  const part = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(part, filled, length - filled, start + filled);
    // The file became shorter: the server sees that the part is, and says so.
    if (bytesRead === 0) return part.subarray(0, filled);
    filled += bytesRead;
  }
  return part;
}

async function again(send: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await send();
      return;
    } catch (error) {
      const isPassing = error instanceof RefusedError ? PASSING.has(error.code) : error instanceof TypeError;
      if (signal.aborted || !isPassing || attempt === MOST_TRIES) throw error;
      await pause(FIRST_PAUSE * 2 ** (attempt - 1), undefined, { signal });
    }
  }
}
