import { openAsBlob } from 'node:fs';
import type { Client } from '../../client/createClient.ts';
import { uploadEvidence } from '../../client/uploadEvidence.ts';
import { findFiles } from '../../recorder/inputs/findFiles.ts';
import { EARLIER, PEOPLE, SERVICES, TEAMS, TRAIN_TICKET } from './content.ts';
import { anonymousClient } from './signUp.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

export interface Seeded {
  /** The incident with evidence, as people say it: `INC-1`. */
  number: string;
}

/** Fills an empty server with an organisation, its catalogue, and incidents, through the API like anyone else. */
export async function seed(
  client: Client,
  { server, evidence, say }: { server: string; evidence: string; say(line: string): void },
): Promise<Seeded> {
  say('Making teams and the catalogue …');
  const teamIds = await addTeams(client);
  await inviteColleagues(client, server, teamIds);
  const serviceIds = await addServices(client, teamIds);
  const train = await declareTrainTicket(client, serviceIds, teamIds);
  say('Freezing, redacting and reading the evidence: container logs, spans and metrics …');
  await readEvidence(client, train.id, evidence);
  say('Opening a postmortem from the draft …');
  await writePostmortem(client, train.id);
  for (const incident of EARLIER) await addEarlier(client, incident, serviceIds);
  return { number: train.number };
}

type Ids = Readonly<Record<string, string>>;
const idsOf = (ids: Ids, names: readonly string[]): string[] => names.map(name => ids[name]!);

async function addTeams(client: Client): Promise<Ids> {
  const ids: Record<string, string> = {};
  for (const name of TEAMS) ids[name] = (await client.teams.add({ name })).id;
  return ids;
}

/** They accept with passwords that nobody knows: they are there to be named. */
async function inviteColleagues(client: Client, server: string, teamIds: Ids): Promise<void> {
  for (const { name, email, roles, team } of PEOPLE) {
    const { link } = await client.invitations.create({ email, roles, teamIds: [teamIds[team]!] });
    const token = new URLSearchParams(new URL(link!).hash.slice(1)).get('token')!;
    await anonymousClient(server).invitations.accept({ token, name, password: crypto.randomUUID() });
  }
}

async function addServices(client: Client, teamIds: Ids): Promise<Ids> {
  const ids: Record<string, string> = {};
  for (const { team, dependsOn, ...fields } of SERVICES) {
    const ownerTeamId = teamIds[team]!;
    ids[fields.name] = (
      await client.services.add({ ...fields, ownerTeamId, dependsOn: idsOf(ids, dependsOn) })
    ).id;
  }
  return ids;
}

async function declareTrainTicket(client: Client, serviceIds: Ids, teamIds: Ids) {
  const me = await client.people.me({});
  const { title, severity, summary, services, declaredAt, notes } = TRAIN_TICKET;
  const incident = await client.incidents.declare({
    title,
    severity,
    summary,
    serviceIds: idsOf(serviceIds, services),
    times: { declaredAt, detectedAt: declaredAt },
    teams: [
      { teamId: teamIds.Booking!, part: 'owner' },
      { teamId: teamIds.Platform!, part: 'contributor' },
    ],
    roles: { commander: me.id, postmortemOwner: me.id },
  });
  for (const body of notes) await client.notes.add({ incidentId: incident.id, body });
  return incident;
}

async function readEvidence(client: Client, incidentId: string, folder: string): Promise<void> {
  for (const { path, location } of findFiles([folder]).originals)
    await uploadEvidence(client, incidentId, { name: path, content: await openAsBlob(location) });
  for await (const reading of await client.readings.follow({ incidentId }))
    if (reading.state === 'failed') throw new Error(`the evidence could not be read: ${reading.reason}`);
  await noteTimes(client, incidentId);
}

/** What the evidence says of the impact, noted as a person would after looking at the draft. */
async function noteTimes(client: Client, id: string): Promise<void> {
  const { phases } = await client.drafts.get({ incidentId: id });
  const impact = phases.find(({ name }) => name === 'impact');
  const toIso = (micros: number): string => new Date(micros / 1_000).toISOString();
  await client.incidents.acknowledge({ id, at: TRAIN_TICKET.acknowledgedAt });
  await client.incidents.restore({ id, at: impact ? toIso(impact.to) : TRAIN_TICKET.restoredAt });
  if (!impact) return;
  await client.incidents.correctTimes({
    id,
    times: { startedAt: toIso(impact.from) },
    reason: 'The evidence shows when the first searches became slow.',
  });
}

async function writePostmortem(client: Client, incidentId: string): Promise<void> {
  const { id: postmortemId } = await client.postmortems.open({ incidentId });
  const me = await client.people.me({});
  const draft = await client.drafts.get({ incidentId });
  for (const [index, { title, kind, because }] of draft.actions.slice(0, 4).entries())
    await client.actions.add({
      incidentId,
      postmortemId,
      title,
      kind,
      description: because.text,
      ownerId: index === 0 ? me.id : null,
      dueOn: dayIn(14 * (index + 1)),
    });
}

const dayIn = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

async function addEarlier(
  client: Client,
  { daysAgo, minutes, services, actions, ...fields }: (typeof EARLIER)[number],
  serviceIds: Ids,
): Promise<void> {
  const me = await client.people.me({});
  const began = Date.now() - daysAgo * DAY - 90 * MINUTE;
  const at = (after: number): string => new Date(began + after * MINUTE).toISOString();
  const { id } = await client.incidents.declare({
    ...fields,
    serviceIds: idsOf(serviceIds, services),
    times: { startedAt: at(-6), detectedAt: at(-1), declaredAt: at(0) },
    roles: { commander: me.id },
  });
  for (const transition of ['acknowledge', 'mitigate', 'restore', 'close'] as const) {
    const after = minutes[transition];
    if (after !== undefined) await client.incidents[transition]({ id, at: at(after) });
  }
  for (const { title, kind, dueInDays } of actions)
    await client.actions.add({ incidentId: id, title, kind, ownerId: me.id, dueOn: dayIn(dueInDays) });
}
