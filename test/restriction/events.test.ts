import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestPerson } from '../harness/server.ts';
import { until } from '../harness/until.ts';
import { MARK, type Planted, plantSecret } from './plantSecret.ts';

let planted: Planted;
let over: AbortController;

beforeEach(() => {
  over = new AbortController();
});
afterEach(async () => {
  over.abort();
  await planted.server.close();
});

/** Follows live events from the first of the log on; gives what has come so far. */
async function follow(person: TestPerson, query = ''): Promise<() => string> {
  const { app } = planted.server;
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/events${query}`, {
    headers: { 'x-test-person': person.id, 'last-event-id': '0' },
    signal: over.signal,
  });
  let text = '';
  const read = async () => {
    for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) text += part;
  };
  read().catch(() => undefined);
  return () => text;
}

test.each([
  ['incident', true],
  ['postmortem', false],
] as const)(
  'live events tell nothing of a restricted %s, neither old ones nor new',
  async (hides, isWrittenUp) => {
    planted = await plantSecret({ hides, isWrittenUp });
    const { keeper, administrator, outsider, open, secret } = planted;
    const heard = await follow(outsider);
    const hiddenIncident = secret.get('incidents');
    const [ofHidden, ofNothing] = await Promise.all(
      [hiddenIncident ?? randomUUID(), randomUUID()].map(id => follow(outsider, `?incidentId=${id}`)),
    );
    const heardByAdministrator = await follow(administrator);

    const postmortemId = secret.get('postmortems')!;
    await keeper.client.postmortems.editSection({ postmortemId, id: 'impact', markdown: `${MARK}more` });
    await keeper.client.actions.start({ id: secret.get('actions')! });
    if (hiddenIncident) await keeper.client.incidents.acknowledge({ id: hiddenIncident });
    await keeper.client.incidents.mitigate({ id: open.get('incidents')! });

    const isTold = (text: string) => text.includes('incidents.mitigate') || undefined;
    await until(async () => isTold(heard()) && isTold(heardByAdministrator()));
    for (const name of secret.values()) expect(heard()).not.toContain(name);
    expect(heard()).not.toContain(MARK);
    expect(ofHidden!()).toBe(ofNothing!());
    expect(heardByAdministrator()).toContain(postmortemId);
    over.abort();
  },
);
