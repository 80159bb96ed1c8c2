import { expect } from 'vitest';
import type { Client } from '../../src/client/createClient.ts';
import { RefusedError } from '../../src/client/refusedError.ts';
import type { Draw } from './draw.ts';
import {
  byId,
  type Incident,
  type Organisation,
  type Person,
  type Postmortem,
  TIMES,
} from './organisation.ts';
import { seesAction, seesIncident, seesPostmortem } from './sight.ts';
import type { World } from './world.ts';

interface View {
  model: Organisation;
  actor: Person;
  client: Client;
  draw: Draw;
}

const idsOf = (nouns: Iterable<{ id: string }>): string[] => Array.from(nouns, ({ id }) => id).sort();

/** All items of a list, page by page. */
async function readAll<Item>(
  page: (given: { cursor?: string; limit: number }) => Promise<{ items: Item[]; nextCursor: string | null }>,
  limit: number,
): Promise<Item[]> {
  const { items, nextCursor } = await page({ limit });
  const all = [...items];
  for (let cursor = nextCursor; cursor !== null; ) {
    const next = await page({ cursor, limit });
    all.push(...next.items);
    cursor = next.nextCursor;
  }
  return all;
}

async function codeOf(request: Promise<unknown>): Promise<string> {
  try {
    await request;
    return 'answered';
  } catch (error) {
    if (error instanceof RefusedError) return error.code;
    throw error;
  }
}

const timesOf = (times: Record<string, string | null>) =>
  Object.fromEntries(TIMES.map(name => [name, times[name] ? Date.parse(times[name]) : null]));

const shownIncident = ({ id, number, version, title, severity, state, isRestricted, times }: Incident) => ({
  id,
  number,
  version,
  title,
  severity,
  state,
  isRestricted,
  times,
});

/** Incidents in the list's order: the last declared first. */
const newestFirst = (one: Incident, other: Incident): number =>
  other.times.declaredAt! - one.times.declaredAt! || (one.id < other.id ? 1 : -1);

async function compareIncidents({ model, actor, client, draw }: View): Promise<void> {
  const states = draw.some(['declared', 'acknowledged', 'mitigated', 'restored', 'closed'] as const);
  const isOpen = draw.of([undefined, true, false]);
  const listed = await readAll(
    page =>
      client.incidents.list({
        ...page,
        ...(states.length > 0 && { state: states }),
        ...(isOpen !== undefined && { isOpen }),
      }),
    1 + draw.number(7),
  );
  const seen = model.incidents
    .filter(incident => seesIncident(model, actor, incident))
    .filter(({ state }) => states.length === 0 || states.includes(state))
    .filter(({ state }) => isOpen === undefined || (state !== 'closed') === isOpen)
    .sort(newestFirst);
  expect(
    listed.map(incident => ({ ...shownIncident(incident as never), times: timesOf(incident.times) })),
  ).toEqual(seen.map(shownIncident));
}

async function compareIncident({ model, actor, client, draw }: View): Promise<void> {
  const incident = draw.of(model.incidents);
  if (!incident) return;
  const id = draw.once(2) ? incident.number : incident.id;
  if (!seesIncident(model, actor, incident)) {
    const requests = [
      client.incidents.get({ id }),
      client.notes.list({ incidentId: id }),
      client.incidents.phases({ id }),
    ];
    expect(await Promise.all(requests.map(codeOf))).toEqual(requests.map(() => 'not_found'));
    return;
  }
  const shown = await client.incidents.get({ id });
  expect({
    holders: Object.fromEntries(
      Object.entries(shown.roles).flatMap(([role, holder]) => (holder ? [[role, holder.id]] : [])),
    ),
    teamIds: idsOf(shown.teams),
    serviceIds: idsOf(shown.services),
    declaredBy: shown.declaredBy?.id,
  }).toEqual({
    holders: incident.holders,
    teamIds: [...incident.teamIds].sort(),
    serviceIds: [...incident.serviceIds].sort(),
    declaredBy: incident.declaredBy,
  });
  const limit = 1 + draw.number(4);
  const notes = await readAll(page => client.notes.list({ incidentId: id, ...page }), limit);
  expect(notes.map(note => [note.id, note.version, note.body])).toEqual(
    model.notes
      .filter(({ incidentId }) => incidentId === incident.id)
      .map(note => [note.id, note.bodies.length, note.bodies.at(-1)]),
  );
  const moments = await readAll(page => client.moments.list({ incidentId: id, ...page }), limit);
  expect(moments.map(({ id: momentId, version, title, state }) => [momentId, version, title, state])).toEqual(
    model.moments
      .filter(({ incidentId }) => incidentId === incident.id)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .map(({ id: momentId, version, title, state }) => [momentId, version, title, state]),
  );
}

const shownPostmortem = ({ id, version, title, state, isRestricted }: Postmortem) => ({
  id,
  version,
  title,
  state,
  isRestricted,
});

async function comparePostmortems({ model, actor, client, draw }: View): Promise<void> {
  const listed = await readAll(page => client.postmortems.list(page), 1 + draw.number(7));
  const seen = model.postmortems.filter(postmortem => seesPostmortem(model, actor, postmortem));
  const byIds = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  expect(listed.map(each => shownPostmortem(each as never)).sort(byIds)).toEqual(
    seen.map(shownPostmortem).sort(byIds),
  );
}

async function comparePostmortem({ model, actor, client, draw }: View): Promise<void> {
  const postmortem = draw.of(model.postmortems);
  if (!postmortem) return;
  const { id } = postmortem;
  if (!seesPostmortem(model, actor, postmortem)) {
    const requests = [client.postmortems.get({ id }), client.postmortems.versions({ id })];
    expect(await Promise.all(requests.map(codeOf))).toEqual(requests.map(() => 'not_found'));
    return;
  }
  const shown = await client.postmortems.get({ id });
  expect(
    shown.sections.map(({ id: sectionId, title, markdown, version }) => ({
      id: sectionId,
      title,
      markdown,
      version,
    })),
  ).toEqual(postmortem.sections);
  const versions = await readAll(page => client.postmortems.versions({ id, ...page }), 1 + draw.number(4));
  expect(versions.map(({ version }) => version)).toEqual([...postmortem.texts.keys()].reverse());
  const number = draw.of([...postmortem.texts.keys()])!;
  const old = await client.postmortems.readVersion({ id, number });
  expect(old.sections.map(({ title, markdown }) => [title, markdown])).toEqual(
    postmortem.texts.get(number)!.map(({ title, markdown }) => [title, markdown]),
  );
}

async function compareActions({ model, actor, client, draw }: View): Promise<void> {
  const isMine = draw.once(3);
  const listed = await readAll(
    page =>
      client.actions.list({
        ...page,
        isMine: isMine || undefined,
        sort: draw.of(['due', 'newest', 'priority'])!,
      }),
    200,
  );
  const seen = model.actions.filter(
    action => seesAction(model, actor, action) && (!isMine || action.ownerId === actor.id),
  );
  const today = new Date(model.now).toISOString().slice(0, 10);
  const rows = listed.map(each => [
    each.id,
    each.version,
    each.title,
    each.state,
    each.owner?.id ?? null,
    each.isOverdue,
  ]);
  const expected = seen.map(({ id, version, title, state, ownerId, dueOn }) => {
    const isOverdue = ['open', 'in-progress'].includes(state) && dueOn !== null && dueOn < today;
    return [id, version, title, state, ownerId, isOverdue];
  });
  expect(rows.sort()).toEqual(expected.sort());
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** Search finds and counts exactly what the actor sees. */
async function compareSearch({ model, actor, client }: View): Promise<void> {
  const { total, facets } = await client.search.find({ limit: 1 });
  const seen = [
    ...model.incidents
      .filter(each => seesIncident(model, actor, each))
      .map(each => ({ ...each, kind: 'incident', of: each })),
    ...model.postmortems
      .filter(each => seesPostmortem(model, actor, each))
      .map(each => ({ ...each, kind: 'postmortem', of: byId(model.incidents, each.incidentId) })),
    ...model.actions
      .filter(each => seesAction(model, actor, each))
      .map(each => ({ ...each, kind: 'action', of: byId(model.incidents, each.incidentId) })),
  ];
  expect(total).toBe(seen.length);
  const counted = (facet: readonly { value: string; count: number }[]) =>
    Object.fromEntries(facet.map(({ value, count }) => [value, count]));
  expect(counted(facets.kind)).toEqual(tally(seen.map(({ kind }) => kind)));
  expect(counted(facets.state)).toEqual(tally(seen.map(({ state }) => state)));
  expect(counted(facets.severity)).toEqual(tally(seen.map(({ of }) => of.severity)));
  expect(counted(facets.serviceId)).toEqual(tally(seen.flatMap(({ of }) => of.serviceIds)));

  const incidents = seen.filter(({ kind }) => kind === 'incident');
  const listed = await client.incidents.facets({});
  expect(listed.total).toBe(incidents.length);
  expect(counted(listed.facets.state)).toEqual(tally(incidents.map(({ state }) => state)));
  expect(counted(listed.facets.teamId)).toEqual(tally(incidents.flatMap(({ of }) => of.teamIds)));
}

async function compareCatalogue({ model, client, draw }: View): Promise<void> {
  const limit = 1 + draw.number(5);
  const services = await readAll(page => client.services.list(page), limit);
  expect(services.map(each => [each.id, each.version, each.name, idsOf(each.dependsOn)]).sort()).toEqual(
    model.services.map(each => [each.id, each.version, each.name, [...each.dependsOn].sort()]).sort(),
  );
  const teams = await readAll(page => client.teams.list(page), limit);
  const members = (ids: ReadonlySet<string>) =>
    [...ids].filter(id => !byId(model.people, id).isDisabled).sort();
  expect(teams.map(each => [each.id, each.version, idsOf(each.members)]).sort()).toEqual(
    model.teams.map(each => [each.id, each.version, members(each.memberIds)]).sort(),
  );
}

const VIEWS = [
  compareIncidents,
  compareIncident,
  comparePostmortems,
  comparePostmortem,
  compareActions,
  compareSearch,
  compareCatalogue,
];

/** Holds two views of each of some people against what the model says they see. */
export async function compare(
  real: World,
  model: Organisation,
  { actors, draw }: { actors: readonly Person[]; draw: Draw },
): Promise<void> {
  for (const actor of actors.filter(({ isDisabled }) => !isDisabled)) {
    const client = real.clientOf(actor.id);
    for (const view of [draw.of(VIEWS)!, draw.of(VIEWS)!]) await view({ model, actor, client, draw });
  }
}
