import { type Client, createClient } from '../../client/createClient.ts';
import { contract } from '../../contract/index.ts';
import { findFiles } from '../../recorder/inputs/findFiles.ts';
import type { Original } from '../../recorder/inputs/input.ts';
import { sha256Of } from '../../recorder/inputs/sha256Of.ts';
import { EXIT } from '../exit.ts';
import { type Progress, terminalProgress } from '../progress.ts';
import { describeAnswer } from '../remote/describeAnswer.ts';
import { findLogin } from '../remote/loginFile.ts';
import type { World } from '../world.ts';
import { sendFile } from './sendFile.ts';

type Item = Awaited<ReturnType<Client['uploads']['complete']>>;
type Upload = Awaited<ReturnType<Client['uploads']['get']>>;

export interface UploadOptions {
  wait?: true;
  json?: true;
  server?: string;
}

/**
 * `afterword evidence upload INCIDENT PATH…`. What is on the incident already is left alone, and what had arrived of a
 * broken upload is not sent again: nothing is remembered here, the server knows.
 */
export async function uploadEvidence(
  world: World,
  incidentId: string,
  paths: readonly string[],
  options: UploadOptions,
): Promise<number> {
  const { originals, skipped } = findFiles(paths);
  for (const { path, why } of skipped) world.stderr.write(`afterword: ${path} is left out: ${why}\n`);
  const { server, token } = await findLogin(world, options.server);
  const client = createClient(contract, { server, ...(token && { token }) });
  const there = new Map<string, Item>();
  for await (const item of pagesOf(cursor => client.evidence.list({ incidentId, limit: 200, ...cursor })))
    there.set(item.sha256, item);
  const open = await Array.fromAsync(
    pagesOf(cursor => client.uploads.list({ incidentId, limit: 200, ...cursor })),
  );
  const progress = terminalProgress(world.stderr);
  const items: Item[] = [];
  try {
    for (const file of originals) {
      progress.show(`hashing ${file.path}`, 0, 0);
      const sha256 = await sha256Of(file.location);
      const item =
        there.get(sha256) ?? (await put(client, world, progress, { incidentId, file, sha256, open }));
      there.set(sha256, item);
      items.push(item);
    }
    if (options.wait) await waitForReading(client, world, progress, incidentId);
  } finally {
    progress.clear();
  }
  world.stdout.write(
    options.json
      ? `${JSON.stringify({ items })}\n`
      : describeAnswer({ items: items.map(shown), nextCursor: null }, world.stdout.columns),
  );
  return EXIT.done;
}

const shown = ({ id, name, bytes, sha256 }: Item) => ({ id, name, bytes, sha256 });

interface Put {
  incidentId: string;
  file: Original;
  sha256: string;
  /** Uploads that were begun and not completed. */
  open: readonly Upload[];
}

async function put(
  client: Client,
  { signal }: World,
  progress: Progress,
  { incidentId, file, sha256, open }: Put,
): Promise<Item> {
  const { path: name, bytes, modifiedMs } = file;
  const upload =
    open.find(begun => begun.name === name && begun.bytes === bytes && begun.sha256 === sha256) ??
    (await client.uploads.begin(
      { incidentId, name, bytes, sha256, modifiedAt: new Date(modifiedMs).toISOString() },
      { signal },
    ));
  await sendFile(client, upload, {
    location: file.location,
    signal,
    progress: done => progress.show(`sending ${name}`, done, bytes),
  });
  progress.show(`sealing ${name}`, 0, 0);
  return client.uploads.complete({ id: upload.id }, { signal });
}

async function waitForReading(
  client: Client,
  { signal, stderr }: World,
  progress: Progress,
  incidentId: string,
): Promise<void> {
  for (let isOver = false; !isOver; ) {
    isOver = true;
    for await (const { state, stage, share, reason } of await client.readings.follow(
      { incidentId },
      { signal },
    )) {
      isOver = state !== 'waiting' && state !== 'running';
      progress.show(stage ?? state, Math.round(share * 100), 100);
      if (isOver && reason !== null) stderr.write(`afterword: the evidence was not read: ${reason}\n`);
    }
  }
}

type Cursor = { cursor?: string };

/** The items of all pages. */
async function* pagesOf<T>(
  ask: (cursor: Cursor) => Promise<{ items: T[]; nextCursor: string | null }>,
): AsyncGenerator<T> {
  let next: string | null = null;
  do {
    const page: { items: T[]; nextCursor: string | null } = await ask(next === null ? {} : { cursor: next });
    yield* page.items;
    next = page.nextCursor;
  } while (next !== null);
}
