import { expect } from 'vitest';
import { CONTRIBUTORS, type Deed, unless, when } from '../attempt.ts';
import { type IncidentState, TIMES, type Times } from '../organisation.ts';
import { seesIncident } from '../sight.ts';
import { isPossible } from '../times.ts';

const MINUTE = 60_000;

interface Step {
  from: readonly IncidentState[];
  to: IncidentState;
  /** The time that it sets. */
  time: keyof Times | null;
}

const STEPS = {
  acknowledge: { from: ['declared'], to: 'acknowledged', time: 'acknowledgedAt' },
  mitigate: { from: ['declared', 'acknowledged'], to: 'mitigated', time: 'mitigatedAt' },
  restore: { from: ['declared', 'acknowledged', 'mitigated'], to: 'restored', time: 'restoredAt' },
  close: { from: ['restored'], to: 'closed', time: 'closedAt' },
  reopen: { from: ['mitigated', 'restored', 'closed'], to: 'acknowledged', time: null },
} as const satisfies Record<string, Step>;

export const move: Deed = (organisation, actor, draw) => {
  const incident = draw.of(organisation.incidents);
  if (!incident) return undefined;
  const transition = draw.of(Object.keys(STEPS) as (keyof typeof STEPS)[])!;
  const { from, to, time }: Step = STEPS[transition];
  const { ifMatch, isStale } = draw.basis(incident.version);
  const { now } = organisation;
  const at = draw.once(3) && transition !== 'reopen' ? now - (draw.number(60) - 7) * MINUTE : undefined;
  const times: Times =
    time === null
      ? { ...incident.times, mitigatedAt: null, restoredAt: null, closedAt: null }
      : { ...incident.times, [time]: at ?? incident.times[time] ?? now };
  const input = {
    id: incident.id,
    reason: 'Seen on the dashboard.',
    ...(at !== undefined && { at: new Date(at).toISOString() }),
  };
  return {
    operation: `incidents.${transition}`,
    may: CONTRIBUTORS,
    ifMatch,
    isExclusive: true,
    send: ({ incidents }, options) => incidents[transition](input, { context: options }),
    outcome: unless(
      [
        when(!seesIncident(organisation, actor, incident), 'not_found'),
        when(isStale, 'conflict'),
        when(!from.includes(incident.state), 'conflict'),
        when(!isPossible(times, now), 'invalid'),
      ],
      ({ state }) => {
        expect(state).toBe(to);
        Object.assign(incident, { state: to, times, version: incident.version + 1 });
      },
    ),
  };
};

export const correctTimes: Deed = (organisation, actor, draw) => {
  const incident = draw.of(organisation.incidents);
  if (!incident) return undefined;
  const { now } = organisation;
  const name = draw.of(TIMES)!;
  const at = draw.once(4) ? null : now - (draw.number(180) - 7) * MINUTE;
  const { ifMatch, isStale } = draw.basis(incident.version);
  const times = { ...incident.times, [name]: at };
  return {
    operation: 'incidents.correctTimes',
    may: CONTRIBUTORS,
    ifMatch,
    isExclusive: true,
    send: (client, options) =>
      client.incidents.correctTimes(
        {
          id: incident.id,
          times: { [name]: at === null ? null : new Date(at).toISOString() },
          reason: 'The log of the load balancer says so.',
        },
        { context: options },
      ),
    outcome: unless(
      [
        when(!seesIncident(organisation, actor, incident), 'not_found'),
        when(isStale, 'conflict'),
        when(times.declaredAt === null || !isPossible(times, now), 'invalid'),
      ],
      () => {
        Object.assign(incident, { times, version: incident.version + 1 });
      },
    ),
  };
};
