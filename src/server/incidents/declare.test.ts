import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let responder: TestPerson;
let owner: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  responder = await server.as({ roles: ['responder'], name: 'Robin' });
  owner = await server.as({ roles: ['owner'] });
});
afterAll(() => server.close());

const declare = (more: object = {}) =>
  responder.client.incidents.declare({ title: 'Checkout fails', severity: 'sev2', ...more });

test('a declaration needs a title and a severity only, and is answered with what can be done next', async () => {
  const incident = await declare();
  expect(incident).toMatchObject({
    number: expect.stringMatching(/^INC-\d+$/),
    version: 1,
    state: 'declared',
    canGo: ['acknowledge', 'mitigate', 'restore'],
    isRestricted: false,
    times: { declaredAt: '2026-03-02T10:00:00Z', startedAt: null, detectedAt: null },
    unknownTimes: ['startedAt', 'detectedAt'],
    declaredBy: { id: responder.id, name: 'Robin' },
    roles: { commander: null, scribe: null, communications: null, postmortemOwner: null },
  });
  expect(await responder.client.incidents.get({ id: incident.id })).toEqual(incident);
});

test('an incident is found by the number that people say, in either case', async () => {
  const incident = await declare();
  expect(await responder.client.incidents.get({ id: incident.number })).toEqual(incident);
  expect(await responder.client.incidents.get({ id: incident.number.toLowerCase() })).toEqual(incident);
});

test('a declaration may say everything at once', async () => {
  const service = await owner.client.services.add({ name: 'Payments', tier: 1 });
  const impact = [
    {
      measure: 'customersAffected',
      value: 1250,
      unit: '',
      basis: 'estimated' as const,
      how: 'sessions without an order',
    },
    {
      measure: 'revenueLost',
      value: 10_400.5,
      unit: 'EUR',
      basis: 'reported' as const,
      how: 'by the finance team',
    },
  ];
  const incident = await declare({
    summary: '**Cards** are refused.',
    layer: 'L3',
    causeClass: 'configuration',
    useCase: 'api-outage',
    serviceIds: [service.id, service.id],
    impact,
    links: [{ title: 'Dashboard', url: 'https://example.org/d/1' }],
    times: { startedAt: '2026-03-02T09:12:00.123456Z', detectedAt: '2026-03-02T10:20:00+01:00' },
    roles: { commander: responder.id },
  });
  expect(incident).toMatchObject({
    summary: '**Cards** are refused.',
    layer: 'L3',
    causeClass: 'configuration',
    useCase: 'api-outage',
    services: [{ id: service.id, name: 'Payments' }],
    impact,
    times: { startedAt: '2026-03-02T09:12:00.123456Z', detectedAt: '2026-03-02T09:20:00Z' },
    durations: { detect: { us: 479_876_544 } },
    roles: { commander: { id: responder.id, name: 'Robin' } },
  });
});

test('an impossible order of times is refused, a strange one is marked', async () => {
  const impossible = declare({
    times: { detectedAt: '2026-03-02T09:50:00Z', declaredAt: '2026-03-02T09:40:00Z' },
  });
  await expect(impossible).rejects.toMatchObject({
    code: 'invalid',
    problem: { issues: [{ path: '/times/declaredAt' }] },
  });
  const strange = await declare({
    times: { startedAt: '2026-03-02T09:30:00Z', detectedAt: '2026-03-02T09:20:00Z' },
  });
  expect(strange.remarks).toMatchObject([{ level: 'warning', code: 'impossible-order', on: 'detectedAt' }]);
});

test('what does not exist is not filed under', async () => {
  const nobody = '01920000-0000-7000-8000-000000000000';
  for (const wrong of [
    { serviceIds: [nobody] },
    { teams: [{ teamId: nobody, part: 'owner' }] },
    { roles: { scribe: nobody } },
    { causeClass: 'astrology' },
  ])
    await expect(declare(wrong), JSON.stringify(wrong)).rejects.toMatchObject({ code: 'invalid' });
  expect((await responder.client.incidents.list({ title: 'Checkout fails', limit: 200 })).items.length).toBe(
    4,
  );
});

test.each([
  '\u202Etxet',
  'Ω≈ç√∫˜µ≤≥÷',
  '社會科學院語學研究所',
  '👩🏽 👾',
  '<script>alert(1)</script>',
  "'; drop table incident --",
  '%d\\_',
  '﷽',
  '\t tab\r\nline',
])('the text %j comes back byte for byte', async title => {
  const incident = await declare({ title, summary: title });
  expect(await responder.client.incidents.get({ id: incident.id })).toMatchObject({ title, summary: title });
  const { items } = await responder.client.incidents.list({ title });
  expect(items.map(({ id }) => id)).toEqual([incident.id]);
});

test('text that cannot be kept is refused', async () => {
  await expect(declare({ title: 'nul \0' })).rejects.toMatchObject({ code: 'invalid' });
  const { status } = await responder.send('POST', '/incidents', {
    body: { title: '\ud800', severity: 'sev1' },
  });
  expect(status).toBe(422);
});

test('an edit changes what it names, and nothing else', async () => {
  const service = await owner.client.services.add({ name: 'Search', tier: 2 });
  const before = await declare({ summary: 'old', links: [{ title: 'a', url: 'https://example.org' }] });
  const after = await responder.client.incidents.edit(
    { id: before.id, severity: 'sev1', causeClass: 'load', serviceIds: [service.id] },
    { context: { ifMatch: before.version } },
  );
  const { version: _, updatedAt: __, ...same } = before;
  expect(after).toMatchObject({
    ...same,
    version: 2,
    severity: 'sev1',
    causeClass: 'load',
    services: [{ name: 'Search' }],
  });
});

test('of many edits of one version one wins, and the others learn of it by 412', async () => {
  const { id, version } = await declare();
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, i) =>
      responder.send('PATCH', `/incidents/${id}`, {
        body: { title: `edit ${i}` },
        headers: { 'if-match': `"${version}"` },
      }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
  expect((await responder.client.incidents.get({ id })).version).toBe(version + 1);
});

test('edits of different people without a version are all done, one after another', async () => {
  const { id } = await declare();
  await Promise.all(
    (['sev1', 'sev3', 'sev4'] as const).map(severity => responder.client.incidents.edit({ id, severity })),
  );
  expect((await responder.client.incidents.get({ id })).version).toBe(4);
});

test('who only reads cannot declare or edit', async () => {
  const viewer = await server.as({ roles: ['viewer'] });
  const { id } = await declare();
  await expect(viewer.client.incidents.declare({ title: 'x', severity: 'sev1' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(viewer.client.incidents.edit({ id, title: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(server.anonymous.client.incidents.get({ id })).rejects.toMatchObject({
    code: 'unauthenticated',
  });
});

test('ids are read in either case', async () => {
  const service = await owner.client.services.add({ name: 'Mixed Case', tier: 3 });
  const incident = await declare({ serviceIds: [service.id.toUpperCase(), service.id] });
  expect(incident.services).toEqual([{ id: service.id, name: 'Mixed Case' }]);
  expect((await responder.client.incidents.get({ id: incident.id.toUpperCase() })).id).toBe(incident.id);
});

test.each([
  '2026-02-30T10:00:00Z',
  '2026-03-02T09:00:00+23:59',
  '0001-01-01T00:00:00Z',
  '3199-01-01T00:00:00Z',
  '2016-12-31T23:59:60Z',
  'now',
])('the time %s is refused, or read as what it is, but never breaks', async startedAt => {
  const { status } = await responder.send('POST', '/incidents', {
    body: { title: 'Odd time', severity: 'sev5', times: { startedAt } },
  });
  expect(status).toBeOneOf([201, 422]);
});
