import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';

interface Data {
  operation: string;
  subject: { kind: string; id: string };
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** `fetch` of the harness waits for whole answers, so a stream needs a socket. */
const follow = async (personId: string, signal: AbortSignal, lastEventId?: string) => {
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' }).catch(() => {
    const { port } = server.app.server.address() as { port: number };
    return `http://127.0.0.1:${port}`;
  });
  const response = await fetch(`${address}/api/v1/events`, {
    signal,
    headers: { 'x-test-person': personId, ...(lastEventId && { 'last-event-id': lastEventId }) },
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  return response.body!.pipeThrough(new TextDecoderStream());
};

/** Data of the first events of a stream. */
async function take(stream: ReadableStream<string>, count: number): Promise<{ id: string; data: Data }[]> {
  const events: { id: string; data: Data }[] = [];
  let text = '';
  for await (const chunk of stream) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      if (field('event') === 'message') events.push({ id: field('id')!, data: JSON.parse(field('data')!) });
    }
    if (events.length >= count) return events;
  }
  return events;
}

test('a change is told to whoever follows, and again to one who missed it', async () => {
  const owner = await server.as({ roles: ['owner'] });
  const viewer = await server.as({ roles: ['viewer'] });
  const gone = new AbortController();
  const stream = await follow(viewer.id, gone.signal);
  const service = await owner.client.services.add({ name: 'Checkout', tier: 1 });
  await owner.client.services.edit({ id: service.id, tier: 2 });
  const told = await take(stream, 2);
  expect(told.map(({ data }) => [data.operation, data.subject.id])).toEqual([
    ['services.add', service.id],
    ['services.edit', service.id],
  ]);
  gone.abort();

  const later = new AbortController();
  const [missed] = await take(await follow(viewer.id, later.signal, told[0]!.id), 1);
  expect(missed).toEqual(told[1]);
  later.abort();
});
