import { expect, test } from 'vitest';
import { until } from '../../../../test/harness/until.ts';
import type { Client } from '../../../client/createClient.ts';
import { RefusedError } from '../../../client/refusedError.ts';
import { sha256Of } from '../../../client/sha256Of.ts';
import type { UploadSource } from '../../../client/uploadEvidence.ts';
import { createUploadQueue, type Upload } from './createUploadQueue.ts';

const PART = 4;

interface Begun {
  id: string;
  name: string;
  bytes: number;
  parts: Map<number, Blob>;
}

/** What the server does with uploads, in memory. Its line can be cut, and it can hold parts back or refuse a name. */
class Server {
  begun = new Map<string, Begun>();
  completed: string[] = [];
  cancelled: string[] = [];
  isCut = false;
  refused = '';
  /** Parts wait here while it holds them back. */
  held: (() => void)[] | undefined;
  private last = 0;

  get client(): Pick<Client, 'uploads'> {
    const uploads = {
      begin: async ({ name, bytes }: { name: string; bytes: number }) => {
        this.answer();
        if (name === this.refused) throw refusal('too_large', 'There is no room for it.');
        const id = `upload ${++this.last}`;
        this.begun.set(id, { id, name, bytes, parts: new Map() });
        return this.shape(id);
      },
      get: async ({ id }: { id: string }) => {
        this.answer();
        return this.shape(id);
      },
      list: async () => {
        this.answer();
        return {
          items: await Promise.all([...this.begun.keys()].map(id => this.shape(id))),
          nextCursor: null,
        };
      },
      putPart: async (
        { id, number, bytes }: { id: string; number: number; bytes: Blob },
        { signal }: { signal?: AbortSignal } = {},
      ) => {
        if (this.held) await new Promise<void>(resolve => this.held!.push(resolve));
        signal?.throwIfAborted();
        this.answer();
        this.begun.get(id)!.parts.set(number, bytes);
      },
      complete: async ({ id }: { id: string }) => {
        this.answer();
        const { name, parts, bytes } = this.begun.get(id)!;
        expect([...parts.values()].reduce((sum, { size }) => sum + size, 0)).toBe(bytes);
        this.begun.delete(id);
        this.completed.push(name);
        return { id: `evidence of ${name}` };
      },
      cancel: async ({ id }: { id: string }) => {
        this.answer();
        this.begun.delete(id);
        this.cancelled.push(id);
      },
    };
    return { uploads } as unknown as Pick<Client, 'uploads'>;
  }

  letGo(): void {
    const held = this.held ?? [];
    this.held = undefined;
    for (const resolve of held) resolve();
  }

  private answer(): void {
    if (this.isCut) throw new TypeError('Failed to fetch');
  }

  private async shape(id: string) {
    const upload = this.begun.get(id);
    if (!upload) throw refusal('not_found', 'There is no such upload.');
    const { parts, bytes, name } = upload;
    const received = await Promise.all(
      [...parts].map(async ([number, part]) => ({
        number,
        bytes: part.size,
        sha256: await sha256Of(await part.arrayBuffer()),
      })),
    );
    return { id, name, bytes, partBytes: PART, partCount: Math.ceil(bytes / PART), received };
  }
}

const refusal = (code: 'too_large' | 'not_found', detail: string): RefusedError =>
  new RefusedError({ type: '', title: '', status: 400, code, detail, instance: '' } as never);
const file = (name: string, text = `what is in ${name}`): UploadSource => ({
  name,
  content: new Blob([text]),
});

function start() {
  const server = new Server();
  const waits: { run(): void; milliseconds: number }[] = [];
  let arrived = 0;
  const queue = createUploadQueue({
    client: server.client,
    onArrived: () => arrived++,
    later: (run, milliseconds) => waits.push({ run, milliseconds }),
  });
  const find = (key: number): Upload | undefined => queue.read().find(upload => upload.key === key);
  const reaches = (key: number, state: Upload['state']): Promise<unknown> =>
    until(() => find(key)?.state === state || undefined, { what: `upload ${key} to be ${state}` });
  return { server, queue, waits, find, reaches, arrivals: () => arrived };
}

test('sends files in the order in which they were added, two at a time', async () => {
  const { server, queue, reaches, arrivals } = start();
  server.held = [];
  const keys = queue.add(
    'INC-1',
    ['a', 'b', 'c', 'd'].map(name => file(name)),
  );
  await until(() => server.begun.size === 2 || undefined, { what: 'two to have begun' });
  expect(queue.read().map(({ state }) => state)).toEqual(['sending', 'sending', 'waiting', 'waiting']);
  server.letGo();
  await reaches(keys[3]!, 'done');
  expect(server.completed.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  expect(server.completed.indexOf('c')).toBeGreaterThan(0);
  expect(queue.read()[0]).toMatchObject({ sent: 12, evidenceId: 'evidence of a' });
  expect(arrivals()).toBe(4);
  queue.clearDone();
  expect(queue.read()).toEqual([]);
});

test('tries again when the line broke, waits longer each time, and begins nothing new meanwhile', async () => {
  const { server, queue, waits, find, reaches } = start();
  server.isCut = true;
  const [first, second, third] = queue.add('INC-1', [file('a'), file('b'), file('c')]) as [
    number,
    number,
    number,
  ];
  await reaches(first, 'cut');
  await reaches(second, 'cut');
  expect(find(third)?.state).toBe('waiting');
  for (const expected of [1_000, 2_000, 4_000]) {
    await until(() => waits.length === 2 || undefined, { what: 'both to have broken off' });
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([expected, expected]);
    for (const { run } of waits.splice(0)) run();
  }
  await until(() => waits.length === 2 || undefined, { what: 'both to have broken off' });
  server.isCut = false;
  queue.resumeCut();
  await Promise.all([first, second, third].map(key => reaches(key, 'done')));
});

test('goes on after a pause with the parts that are missing', async () => {
  const { server, queue, find, reaches } = start();
  server.held = [];
  const [key] = queue.add('INC-1', [file('a', 'x'.repeat(PART * 9))]) as [number];
  await until(() => server.held!.length === 3 || undefined, { what: 'three parts under way' });
  const [one] = server.held.splice(0, 1);
  one!();
  await until(() => find(key)!.sent === PART || undefined, { what: 'one part to be safe' });
  queue.pause(key);
  expect(find(key)?.state).toBe('paused');
  server.letGo();
  queue.resume(key);
  await reaches(key, 'done');
  expect(server.completed).toEqual(['a']);
});

test('goes on with an upload that was begun elsewhere, if it is the same file', async () => {
  const { server, queue, reaches } = start();
  const { uploads } = server.client;
  const begun = await uploads.begin({ incidentId: 'INC-1', name: 'a', bytes: 8 });
  await uploads.putPart({ id: begun.id, number: 1, bytes: new Blob(['same']) });
  const other = await uploads.begin({ incidentId: 'INC-1', name: 'b', bytes: 8 });
  await uploads.putPart({ id: other.id, number: 1, bytes: new Blob(['else']) });
  const keys = queue.add('INC-1', [file('a', 'samesame'), file('b', 'samesame')]);
  await Promise.all(keys.map(key => reaches(key, 'done')));
  expect([...server.begun.keys()]).toEqual([other.id]);
});

test('says why a file was refused, and sends the others', async () => {
  const { server, queue, find, reaches } = start();
  server.refused = 'a';
  const [first, second] = queue.add('INC-1', [file('a'), file('b')]) as [number, number];
  await reaches(first, 'failed');
  await reaches(second, 'done');
  expect(find(first)?.problem).toBe('There is no room for it.');
  server.refused = '';
  queue.resume(first);
  await reaches(first, 'done');
});

test('begins anew what was given up at the server', async () => {
  const { server, queue, waits, reaches } = start();
  server.held = [];
  const [key] = queue.add('INC-1', [file('a')]) as [number];
  await until(() => server.held!.length === 3 || undefined, { what: 'parts under way' });
  server.isCut = true;
  server.letGo();
  await reaches(key, 'cut');
  server.isCut = false;
  server.begun.clear();
  for (const { run } of waits.splice(0)) run();
  await reaches(key, 'done');
  expect(server.completed).toEqual(['a']);
});

test('gives an upload up here and at the server, and lets the next one begin', async () => {
  const { server, queue, reaches, find } = start();
  server.held = [];
  const [first, , third] = queue.add('INC-1', [file('a'), file('b'), file('c')]) as [number, number, number];
  await until(() => server.begun.size === 2 || undefined, { what: 'two to have begun' });
  queue.cancel(first);
  expect(find(first)).toBeUndefined();
  server.letGo();
  await reaches(third, 'done');
  expect(server.cancelled).toHaveLength(1);
  expect(server.completed.toSorted()).toEqual(['b', 'c']);
});
