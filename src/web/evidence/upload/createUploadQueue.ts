import type { Client } from '../../../client/createClient.ts';
import { fitsUpload } from '../../../client/fitsUpload.ts';
import { RefusedError } from '../../../client/refusedError.ts';
import { type UploadSource, uploadEvidence } from '../../../client/uploadEvidence.ts';
import { createRate } from './createRate.ts';

/** `cut`: the network or the server went away; it goes on by itself. */
export type UploadState = 'waiting' | 'sending' | 'paused' | 'cut' | 'failed' | 'done';

/** A file on its way to the server, as it is shown. */
export interface Upload {
  key: number;
  incidentId: string;
  name: string;
  bytes: number;
  /** Bytes that are safe at the server. */
  sent: number;
  state: UploadState;
  /** Why it failed, in the server's words. */
  problem: string;
  /** Null while it is too early to say. */
  secondsLeft: number | null;
  /** What it has become, once it is done. */
  evidenceId: string | null;
}

interface Job extends UploadSource {
  key: number;
  uploadId?: string | undefined;
  stop?: AbortController;
  /** Breaks in a row: each is waited for longer. */
  breaks: number;
}

interface Surroundings {
  client: Pick<Client, 'uploads'>;
  /** Told of each file that became evidence. */
  onArrived(): void;
  /** Does something after so many milliseconds. */
  later(run: () => void, milliseconds: number): void;
}

/** Files under way at once: each sends several parts at a time. */
const AT_ONCE = 2;
/** Milliseconds between two tries after a break. */
const LONGEST_PAUSE = 15_000;

/** Sends files a few at a time, in the order in which they were added, and goes on where the line broke. */
export function createUploadQueue({ client, onArrived, later }: Surroundings) {
  let uploads: readonly Upload[] = [];
  const jobs = new Map<number, Job>();
  const listeners = new Set<() => void>();
  let lastKey = 0;

  const show = (next: readonly Upload[]): void => {
    uploads = next;
    for (const listener of listeners) listener();
  };
  const change = (key: number, next: Partial<Upload>): void =>
    show(uploads.map(upload => (upload.key === key ? { ...upload, ...next } : upload)));
  const isIn = (key: number, state: UploadState): boolean =>
    uploads.some(upload => upload.key === key && upload.state === state);

  const startNext = (): void => {
    // Nothing new begins on a line that is broken: what broke asks for itself when it is back.
    if (uploads.some(({ state }) => state === 'cut')) return;
    const sending = uploads.filter(({ state }) => state === 'sending').length;
    const waiting = uploads.filter(({ state }) => state === 'waiting');
    for (const upload of waiting.slice(0, Math.max(0, AT_ONCE - sending))) void send(upload);
  };
  const resume = (key: number): void => {
    change(key, { state: 'waiting', problem: '' });
    startNext();
  };
  const goOn = (key: number): void => {
    if (isIn(key, 'cut')) resume(key);
  };

  const send = async ({ key, incidentId, bytes }: Upload): Promise<void> => {
    const job = jobs.get(key);
    if (!job) return;
    const stop = new AbortController();
    job.stop = stop;
    change(key, { state: 'sending' });
    try {
      job.uploadId ??= await findBegun(incidentId, job);
      stop.signal.throwIfAborted();
      const rate = createRate(bytes);
      const { id } = await uploadEvidence(client, incidentId, job, {
        ...(job.uploadId && { uploadId: job.uploadId }),
        signal: stop.signal,
        onBegin(uploadId) {
          job.uploadId = uploadId;
        },
        onProgress(sent) {
          job.breaks = 0;
          if (!stop.signal.aborted) change(key, { sent, secondsLeft: rate(sent) });
        },
      });
      jobs.delete(key);
      change(key, { state: 'done', sent: bytes, secondsLeft: 0, evidenceId: id });
      onArrived();
    } catch (error) {
      // It may have been paused, and have ended all the same.
      if (!stop.signal.aborted && jobs.has(key)) onBreak(job, error);
      stop.abort();
    }
    startNext();
  };

  const onBreak = (job: Job, error: unknown): void => {
    const { key } = job;
    const code = error instanceof RefusedError ? error.code : 'unavailable';
    if (code === 'not_found' && job.uploadId) {
      // It was given up there in the meantime: it begins anew.
      job.uploadId = undefined;
      return change(key, { state: 'waiting', sent: 0 });
    }
    if (error instanceof RefusedError && code !== 'unavailable' && code !== 'rate_limited')
      return change(key, { state: 'failed', problem: error.message, secondsLeft: null });
    change(key, { state: 'cut', secondsLeft: null });
    later(() => goOn(key), Math.min(LONGEST_PAUSE, 1_000 * 2 ** job.breaks++));
  };

  /** An upload that this file was begun with before, in this browser or another. */
  const findBegun = async (incidentId: string, { name, content }: Job): Promise<string | undefined> => {
    const { items } = await client.uploads.list({ incidentId, limit: 200 });
    const taken = new Set(Array.from(jobs.values(), ({ uploadId }) => uploadId));
    for (const upload of items)
      if (upload.name === name && !taken.has(upload.id) && (await fitsUpload(content, upload)))
        return upload.id;
    return undefined;
  };

  return {
    /** Told of every change; returns how to stop. */
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: (): readonly Upload[] => uploads,

    /** Puts files on an incident; answers with their keys. One that broke off earlier goes on where it stopped. */
    add(incidentId: string, sources: readonly UploadSource[]): number[] {
      const added = sources.map((source): Upload => {
        const key = ++lastKey;
        jobs.set(key, { ...source, key, breaks: 0 });
        return {
          key,
          incidentId,
          name: source.name,
          bytes: source.content.size,
          sent: 0,
          state: 'waiting',
          problem: '',
          secondsLeft: null,
          evidenceId: null,
        };
      });
      show([...uploads, ...added]);
      startNext();
      return added.map(({ key }) => key);
    },

    /** Stops sending; what has arrived stays there. */
    pause(key: number): void {
      change(key, { state: 'paused', secondsLeft: null });
      jobs.get(key)?.stop?.abort();
      startNext();
    },

    /** Goes on after a pause, a break or a refusal. */
    resume,

    /** Goes on with all that broke: the line is back. */
    resumeCut(): void {
      for (const { key } of uploads) goOn(key);
    },

    /** Gives an upload up, here and at the server. */
    cancel(key: number): void {
      const job = jobs.get(key);
      jobs.delete(key);
      show(uploads.filter(upload => upload.key !== key));
      job?.stop?.abort();
      // One that cannot be told now is forgotten by the server itself after a while.
      if (job?.uploadId) void client.uploads.cancel({ id: job.uploadId }).catch(() => undefined);
      startNext();
    },

    /** Takes what arrived off the list. */
    clearDone: (): void => show(uploads.filter(({ state }) => state !== 'done')),
  };
}
