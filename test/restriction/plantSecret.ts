import { jobs } from '../../src/server/allJobs.ts';
import { startJobs } from '../../src/server/platform/jobs/startJobs.ts';
import type { Nouns } from '../contract/makeNouns.ts';
import { startTestServer, type TestPerson, type TestServer } from '../harness/server.ts';
import { until } from '../harness/until.ts';
import { uploadFile } from '../harness/uploadFile.ts';

/** Begins every word of what is hidden, and nothing else. */
export const MARK = 'Qvxsecret';

/** An organisation in which something may be hidden. */
export interface Planted {
  server: TestServer;
  /** Who wrote everything. */
  keeper: TestPerson;
  administrator: TestPerson;
  /** Has every role but administrator, and a part in nothing. */
  outsider: TestPerson;
  /** What everyone sees. */
  open: Nouns;
  /** What is hidden, and all that hangs on it. */
  secret: Nouns;
}

export interface Hiding {
  hides: 'incident' | 'postmortem' | 'nothing';
  /** The incident that everyone sees has a postmortem that everyone sees. */
  isWrittenUp: boolean;
}

type Client = TestPerson['client'];

/** Makes an organisation; two that hide different things are the same in all else. */
export async function plantSecret({ hides, isWrittenUp }: Hiding): Promise<Planted> {
  const server = await startTestServer();
  const keeper = await server.as({ roles: ['security', 'responder', 'owner'], name: 'Grace' });
  const administrator = await server.as({ roles: ['administrator'], name: 'Ada' });
  const outsider = await server.as({
    roles: ['viewer', 'responder', 'owner', 'reviewer', 'security', 'legal', 'custodian'],
    name: 'Eve',
  });
  const { client } = keeper;
  const service = await client.services.add({ name: 'checkout', tier: 1 });
  const team = await administrator.client.teams.add({ name: 'Blue' });
  const { items: templates } = await client.templates.list({});
  const open: Nouns = new Map([
    ['people', keeper.id],
    ['services', service.id],
    ['teams', team.id],
    ['templates', templates[0]!.id],
  ]);
  const secret: Nouns = new Map();
  if (hides === 'incident') await hideIncident(server, client, { serviceId: service.id, nouns: secret });

  const shown = await client.incidents.declare({
    title: 'Payments fail',
    severity: 'sev1',
    serviceIds: [service.id],
  });
  open.set('incidents', shown.id);
  await writeOn(client, shown.id, { word: 'open', nouns: open });
  if (isWrittenUp) await writeUp(client, shown.id, { word: 'open', nouns: open });
  if (hides === 'postmortem') await hidePostmortem(client, shown.id, secret);
  return { server, keeper, administrator, outsider, open, secret };
}

async function hideIncident(
  server: TestServer,
  client: Client,
  { serviceId, nouns }: { serviceId: string; nouns: Nouns },
): Promise<void> {
  const { id, number } = await client.incidents.declare({
    title: `${MARK}title`,
    severity: 'sev1',
    summary: `${MARK}summary`,
    serviceIds: [serviceId],
    impact: [{ measure: `${MARK}measure`, value: 7, basis: 'measured', how: `${MARK}how` }],
    links: [{ title: `${MARK}link`, url: `https://example.org/${MARK}` }],
    restriction: { reason: `${MARK}reason` },
  });
  nouns.set('incidents', id).set('number', number);
  await writeOn(client, id, { word: MARK, nouns });
  await readEvidence(server, client, { incidentId: id, nouns });
  await writeUp(client, id, { word: MARK, nouns });
}

/** Open at first and for a while, as it comes about; what was written then is hidden with the rest. */
async function hidePostmortem(client: Client, incidentId: string, nouns: Nouns): Promise<void> {
  await writeUp(client, incidentId, { word: MARK, nouns });
  const id = nouns.get('postmortems')!;
  await client.postmortems.restrict({ id, isRestricted: true, reason: `${MARK}reason` });
  await client.postmortems.editSection({ postmortemId: id, id: 'impact', markdown: `${MARK}again` });
}

interface Words {
  word: string;
  /** Takes the ids of what is made. */
  nouns: Nouns;
}

async function writeOn(client: Client, incidentId: string, { word, nouns }: Words): Promise<void> {
  const note = await client.notes.add({ incidentId, body: `${word}note` });
  const at = '2026-03-02T09:00:00Z';
  const moment = await client.moments.add({ incidentId, title: `${word}moment`, at });
  nouns.set('notes', note.id).set('moments', moment.id);
}

async function writeUp(client: Client, incidentId: string, { word, nouns }: Words): Promise<void> {
  const { id: postmortemId } = await client.postmortems.open({ incidentId, title: `${word}postmortem` });
  await client.postmortems.editSection({ postmortemId, id: 'impact', markdown: `${word}text of impact` });
  const finding = await client.findings.add({ postmortemId, statement: `${word}finding`, kind: 'cause' });
  const title = `${word}action for the pool`;
  const action = await client.actions.add({ incidentId, postmortemId, title, kind: 'prevent' });
  nouns.set('postmortems', postmortemId).set('findings', finding.id).set('actions', action.id);
}

const LOG = Array.from({ length: 120 }, (_, line) => {
  const at = new Date(Date.UTC(2026, 2, 2, 9, 0, line)).toISOString();
  return `${at} ${line > 60 ? 'ERROR' : 'INFO'} ${MARK}line ${line} of checkout\n`;
}).join('');

async function readEvidence(
  { platform, pool }: TestServer,
  client: Client,
  { incidentId, nouns }: { incidentId: string; nouns: Nouns },
): Promise<void> {
  const evidence = await uploadFile(client, incidentId, {
    name: `${MARK}file.log`,
    bytes: new TextEncoder().encode(LOG),
  });
  const upload = await client.uploads.begin({ incidentId, name: `${MARK}half.log`, bytes: 10 });
  const running = await startJobs({ platform, pool, jobs, schedule: [], concurrency: 1, isAlone: true });
  const reading = await until(
    async () => (await client.readings.list({ incidentId })).items.find(({ state }) => state === 'done'),
    { withinMs: 60_000, what: 'a reading' },
  );
  await running.stop();
  nouns.set('evidence', evidence.id).set('uploads', upload.id).set('readings', reading.id);
}
