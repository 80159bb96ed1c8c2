import { fitsUpload } from '../../../client/fitsUpload.ts';
import { RefusedError } from '../../../client/refusedError.ts';
import { type UploadSource, uploadEvidence } from '../../../client/uploadEvidence.ts';
import { api, client, queryClient } from '../../api.ts';

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
}

interface Job extends UploadSource {
  key: number;
  uploadId?: string | undefined;
  stop?: AbortController;
  /** Breaks in a row: each is waited for longer. */
  breaks: number;
}

/** Files under way at once: each sends several parts at a time. */
const AT_ONCE = 2;
/** Milliseconds between two tries after a break. */
const LONGEST_PAUSE = 15_000;

let uploads: readonly Upload[] = [];
const jobs = new Map<number, Job>();
const listeners = new Set<() => void>();
let lastKey = 0;

const isActive = ({ state }: Upload): boolean =>
  state === 'waiting' || state === 'sending' || state === 'cut';

function show(next: readonly Upload[]): void {
  uploads = next;
  for (const listener of listeners) listener();
}

const change = (key: number, next: Partial<Upload>): void =>
  show(uploads.map(upload => (upload.key === key ? { ...upload, ...next } : upload)));

/** All uploads of this browser, for `useSyncExternalStore`: they go on while other pages are shown. */
export const uploadQueue = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): readonly Upload[] => uploads,
};

/** Puts files on an incident, a few at a time. One that broke off earlier goes on where it stopped. */
export function addUploads(incidentId: string, sources: readonly UploadSource[]): void {
  const added = sources.map(source => {
    const key = ++lastKey;
    jobs.set(key, { ...source, key, breaks: 0 });
    const { name, content } = source;
    return { key, incidentId, name, bytes: content.size, sent: 0, state: 'waiting', problem: '' } as const;
  });
  show([...uploads, ...added.map(upload => ({ ...upload, secondsLeft: null }))]);
  startNext();
}

/** Stops sending; what has arrived stays there. */
export function pauseUpload(key: number): void {
  change(key, { state: 'paused', secondsLeft: null });
  jobs.get(key)?.stop?.abort();
  startNext();
}

/** Goes on after a pause, a break or a refusal. */
export function resumeUpload(key: number): void {
  change(key, { state: 'waiting', problem: '' });
  startNext();
}

/** Gives an upload up, here and at the server. */
export function cancelUpload(key: number): void {
  const job = jobs.get(key);
  jobs.delete(key);
  show(uploads.filter(upload => upload.key !== key));
  job?.stop?.abort();
  // One that cannot be told now is forgotten by the server itself after a while.
  if (job?.uploadId) void client.uploads.cancel({ id: job.uploadId }).catch(() => undefined);
  startNext();
}

/** Takes what arrived off the list. */
export const clearDone = (): void => show(uploads.filter(({ state }) => state !== 'done'));

function startNext(): void {
  // Nothing new begins on a line that is broken: what broke asks for itself when it is back.
  if (uploads.some(({ state }) => state === 'cut')) return;
  const sending = uploads.filter(({ state }) => state === 'sending').length;
  const next = uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, AT_ONCE - sending));
  for (const upload of next) void send(upload);
}

async function send({ key, incidentId, bytes }: Upload): Promise<void> {
  const job = jobs.get(key);
  if (!job) return;
  const stop = new AbortController();
  job.stop = stop;
  change(key, { state: 'sending' });
  try {
    job.uploadId ??= await findBegun(incidentId, job);
    stop.signal.throwIfAborted();
    const rate = createRate(bytes);
    await uploadEvidence(client, incidentId, job, {
      ...(job.uploadId && { uploadId: job.uploadId }),
      signal: stop.signal,
      onBegin(id) {
        job.uploadId = id;
      },
      onProgress(sent) {
        job.breaks = 0;
        if (!stop.signal.aborted) change(key, { sent, secondsLeft: rate(sent) });
      },
    });
    jobs.delete(key);
    change(key, { state: 'done', sent: bytes, secondsLeft: 0 });
    for (const feature of [api.evidence, api.readings])
      void queryClient.invalidateQueries({ queryKey: feature.key() });
  } catch (error) {
    if (!stop.signal.aborted) onBreak(job, error);
    stop.abort();
  }
  startNext();
}

function onBreak(job: Job, error: unknown): void {
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
  setTimeout(() => goOn(key), Math.min(LONGEST_PAUSE, 1_000 * 2 ** job.breaks++));
}

function goOn(key: number): void {
  if (uploads.some(upload => upload.key === key && upload.state === 'cut')) resumeUpload(key);
}

/** An upload that this file was begun with before, in this browser or another. */
async function findBegun(incidentId: string, { name, content }: Job): Promise<string | undefined> {
  const { items } = await client.uploads.list({ incidentId, limit: 200 });
  const taken = new Set(Array.from(jobs.values(), ({ uploadId }) => uploadId));
  for (const upload of items)
    if (upload.name === name && !taken.has(upload.id) && (await fitsUpload(content, upload)))
      return upload.id;
  return undefined;
}

/** How long it will take, judged by what was sent since it went on. */
function createRate(bytes: number): (sent: number) => number | null {
  const begun = performance.now();
  let first: number | undefined;
  return sent => {
    first ??= sent;
    const seconds = (performance.now() - begun) / 1000;
    return sent > first ? ((bytes - sent) / (sent - first)) * seconds : null;
  };
}

addEventListener('online', () => {
  for (const { key, state } of uploads) if (state === 'cut') goOn(key);
});
addEventListener('beforeunload', event => {
  if (uploads.some(isActive)) event.preventDefault();
});
