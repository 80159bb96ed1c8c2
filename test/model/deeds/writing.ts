/** Notes and moments of an incident. */
import { expect } from 'vitest';
import { CONTRIBUTORS, type Deed, unless, when } from '../attempt.ts';
import { byId, type Organisation, type Person } from '../organisation.ts';
import { seesIncident } from '../sight.ts';

const MINUTE = 60_000;

const isHidden = (organisation: Organisation, actor: Person, incidentId: string): boolean =>
  !seesIncident(organisation, actor, byId(organisation.incidents, incidentId));

export const addNote: Deed = (organisation, actor, draw) => {
  const incident = draw.of(organisation.incidents);
  if (!incident) return undefined;
  const body = draw.prose();
  return {
    operation: 'notes.add',
    may: CONTRIBUTORS,
    send: ({ notes }, options) => notes.add({ incidentId: incident.id, body }, { context: options }),
    outcome: unless([when(!seesIncident(organisation, actor, incident), 'not_found')], answer => {
      expect(answer.body).toBe(body);
      organisation.notes.push({ id: answer.id, incidentId: incident.id, authorId: actor.id, bodies: [body] });
    }),
  };
};

export const editNote: Deed = (organisation, actor, draw) => {
  const own = organisation.notes.filter(({ authorId }) => authorId === actor.id);
  const note = draw.once(3) ? draw.of(organisation.notes) : draw.of(own);
  if (!note) return undefined;
  const body = draw.prose();
  const { ifMatch, isStale } = draw.basis(note.bodies.length);
  return {
    operation: 'notes.edit',
    may: CONTRIBUTORS,
    ifMatch,
    isExclusive: true,
    send: ({ notes }, options) => notes.edit({ id: note.id, body }, { context: options }),
    outcome: unless(
      [
        when(isHidden(organisation, actor, note.incidentId), 'not_found'),
        when(note.authorId !== actor.id, 'forbidden'),
        when(isStale, 'conflict'),
      ],
      answer => {
        note.bodies.push(body);
        expect(answer).toMatchObject({ body, version: note.bodies.length });
      },
    ),
  };
};

export const addMoment: Deed = (organisation, actor, draw) => {
  const incident = draw.of(organisation.incidents);
  if (!incident) return undefined;
  const title = draw.line();
  const at = organisation.now - draw.number(300) * MINUTE;
  const isBackwards = draw.once(10);
  const until = isBackwards ? at - 1 : at + MINUTE;
  return {
    operation: 'moments.add',
    may: CONTRIBUTORS,
    send: ({ moments }, options) =>
      moments.add(
        {
          incidentId: incident.id,
          title,
          at: new Date(at).toISOString(),
          until: new Date(until).toISOString(),
        },
        { context: options },
      ),
    outcome: unless(
      [when(!seesIncident(organisation, actor, incident), 'not_found'), when(isBackwards, 'invalid')],
      ({ id, version }) => {
        organisation.moments.push({ id, incidentId: incident.id, version, title, at, state: 'kept' });
      },
    ),
  };
};

export const editMoment: Deed = (organisation, actor, draw) => {
  const moment = draw.of(organisation.moments);
  if (!moment) return undefined;
  const title = draw.line();
  const { ifMatch, isStale } = draw.basis(moment.version);
  return {
    operation: 'moments.edit',
    may: CONTRIBUTORS,
    ifMatch,
    isExclusive: true,
    send: ({ moments }, options) => moments.edit({ id: moment.id, title }, { context: options }),
    outcome: unless(
      [when(isHidden(organisation, actor, moment.incidentId), 'not_found'), when(isStale, 'conflict')],
      ({ version }) => {
        Object.assign(moment, { title, state: 'kept', version: moment.version + 1 });
        expect(version).toBe(moment.version);
      },
    ),
  };
};

export const judgeMoments: Deed = (organisation, actor, draw) => {
  const incident = draw.of(organisation.incidents);
  if (!incident) return undefined;
  const own = organisation.moments.filter(({ incidentId }) => incidentId === incident.id);
  const chosen = draw.some(draw.once(6) ? organisation.moments : own);
  if (chosen.length === 0) return undefined;
  const state = draw.of(['proposed', 'kept', 'dismissed'] as const)!;
  const isForeign = chosen.some(({ incidentId }) => incidentId !== incident.id);
  const changing = chosen.filter(moment => moment.state !== state);
  return {
    operation: 'moments.judge',
    may: CONTRIBUTORS,
    send: ({ moments }, options) =>
      moments.judge(
        { incidentId: incident.id, ids: chosen.map(({ id }) => id), state },
        { context: options },
      ),
    outcome: unless(
      [when(!seesIncident(organisation, actor, incident), 'not_found'), when(isForeign, 'not_found')],
      ({ changed }) => {
        expect(changed).toBe(changing.length);
        for (const moment of changing) Object.assign(moment, { state, version: moment.version + 1 });
      },
    ),
  };
};
