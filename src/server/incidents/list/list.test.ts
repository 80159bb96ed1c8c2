import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';

let server: TestServer;
let responder: TestPerson;
let serviceId: string;
let teamId: string;
const numbers: Record<string, string> = {};

/** Title → what the incident is besides. One is declared an hour after the other. */
const GIVEN = {
  'api slow': { severity: 'sev3', layer: 'L3' },
  'database full': { severity: 'sev1', layer: 'L5', causeClass: 'capacity' },
  'login fails': { severity: 'sev1', useCase: 'api-outage' },
  '100 % of mails lost': { severity: 'sev4' },
  'api gone': { severity: 'sev2', layer: 'L3', causeClass: 'load' },
} as const;

beforeAll(async () => {
  server = await startTestServer();
  const owner = await server.as({ roles: ['owner', 'administrator'] });
  responder = await server.as({ roles: ['responder'] });
  serviceId = (await owner.client.services.add({ name: 'Api', tier: 1 })).id;
  teamId = crypto.randomUUID();
  const at = server.clock.now().toISOString();
  await server.db
    .insertInto('team')
    .values({ id: teamId, name: 'Core', createdAt: at, updatedAt: at })
    .execute();
  for (const [title, more] of Object.entries(GIVEN)) {
    server.clock.forward(3_600_000);
    const isApi = title.startsWith('api');
    const { id } = await owner.client.incidents.declare({
      title,
      ...more,
      serviceIds: isApi ? [serviceId] : [],
      teams: isApi ? [{ teamId, part: 'contributor' }] : [],
    });
    numbers[title] = id;
  }
  server.clock.forward(1_000);
  await owner.client.incidents.restore({ id: numbers['login fails']! });
  await owner.client.incidents.close({ id: numbers['login fails']! });
  server.clock.forward(1_000);
  await owner.client.incidents.assignRole({
    id: numbers['database full']!,
    role: 'scribe',
    personId: responder.id,
  });
});
afterAll(() => server.close());

type Asked = Parameters<TestPerson['client']['incidents']['list']>[0];

const titles = async (asked: Asked, by = responder): Promise<string[]> =>
  (await by.client.incidents.list(asked)).items.map(({ title }) => title);

test.each<[Asked, string[]]>([
  [{}, ['api gone', '100 % of mails lost', 'login fails', 'database full', 'api slow']],
  [{ sort: 'oldest', limit: 2 }, ['api slow', 'database full']],
  [{ sort: 'gravest' }, ['login fails', 'database full', 'api gone', 'api slow', '100 % of mails lost']],
  [{ sort: 'updated', limit: 2 }, ['database full', 'login fails']],
  [{ severity: ['sev1', 'sev2'] }, ['api gone', 'login fails', 'database full']],
  [{ severity: 'sev1', state: 'closed' }, ['login fails']],
  [{ isOpen: false }, ['login fails']],
  [{ isOpen: true, severity: 'sev1' }, ['database full']],
  [{ layer: 'L3' }, ['api gone', 'api slow']],
  [{ causeClass: ['load', 'capacity'] }, ['api gone', 'database full']],
  [{ useCase: 'api-outage' }, ['login fails']],
  [{ title: 'API' }, ['api gone', 'api slow']],
  [{ title: '0 %' }, ['100 % of mails lost']],
  [{ title: '_' }, []],
  [{ from: '2026-03-02T14:00:00Z' }, ['api gone', '100 % of mails lost']],
  [{ from: '2026-03-02T12:00:00Z', to: '2026-03-02T14:00:00Z' }, ['login fails', 'database full']],
  [{ isMine: true }, ['database full']],
])('%j lists %j', async (asked, expected) => expect(await titles(asked)).toEqual(expected));

test('lists by service, by team, and what my team takes part in', async () => {
  const expected = ['api gone', 'api slow'];
  expect(await titles({ serviceId })).toEqual(expected);
  expect(await titles({ teamId })).toEqual(expected);
  const member = await server.as({ roles: ['viewer'], teamIds: [teamId] });
  expect(await titles({ isMine: true }, member)).toEqual(expected);
});

test.each(['newest', 'oldest', 'updated', 'gravest'] as const)(
  'pages of the sort “%s” follow one another',
  async sort => {
    const all = await titles({ sort });
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await responder.client.incidents.list({ sort, limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all);
  },
);

test('a plain query string narrows as the client does', async () => {
  const { status, body } = await responder.send('GET', '/incidents?severity=sev1&isOpen=true&limit=5');
  expect(status).toBe(200);
  expect(body.items.map(({ title }: { title: string }) => title)).toEqual(['database full']);
});

test('a cursor that was made up is refused', async () => {
  const madeUp = [['x', 'y'], ['2026-01-01T00:00:00Z', 'no id'], [1, 2], 'text'].map(key =>
    Buffer.from(JSON.stringify(key)).toString('base64url'),
  );
  for (const cursor of [...madeUp, '…', ''])
    expect((await responder.send('GET', `/incidents?cursor=${encodeURIComponent(cursor)}`)).status).toBeOneOf(
      [200, 422],
    );
});
