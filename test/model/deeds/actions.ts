import { expect } from 'vitest';
import { CONTRIBUTORS, type Deed, unless, when } from '../attempt.ts';
import type { Action, ActionState, Organisation } from '../organisation.ts';
import { seesAction, seesIncident, seesPostmortem } from '../sight.ts';

const DAYS = ['2026-02-01', '2026-03-01', '2026-03-02', '2026-04-01', null] as const;

/** Whether somebody cannot be the owner: they have no account, or would not see it. */
function isUnfit(organisation: Organisation, ownerId: string | null, action: Action): boolean {
  const owner = organisation.people.find(({ id }) => id === ownerId);
  return owner !== undefined && (owner.isDisabled || !seesAction(organisation, owner, action));
}

export const addAction: Deed = (organisation, actor, draw) => {
  const incident = draw.of(organisation.incidents);
  if (!incident) return undefined;
  const postmortem = draw.once(2)
    ? draw.of(organisation.postmortems.filter(({ incidentId }) => incidentId === incident.id))
    : undefined;
  const isProvable = draw.once(2);
  const action: Action = {
    id: '',
    incidentId: incident.id,
    postmortemId: postmortem?.id ?? null,
    version: 1,
    title: draw.line(),
    state: 'open',
    ownerId: (draw.once(2) && draw.of(organisation.people)?.id) || null,
    dueOn: draw.of(DAYS)!,
    isProvable,
  };
  const { title, ownerId, dueOn, postmortemId } = action;
  const isUnseen = postmortem && !seesPostmortem(organisation, actor, postmortem);
  return {
    operation: 'actions.add',
    may: CONTRIBUTORS,
    send: ({ actions }, options) =>
      actions.add(
        {
          incidentId: incident.number,
          postmortemId,
          title,
          ownerId,
          dueOn,
          kind: 'prevent',
          ...(isProvable && {
            verification: { kind: 'promql', fields: { query: 'rate(errors_total[5m]) < 0.01', days: 7 } },
          }),
        },
        { context: options },
      ),
    outcome: unless(
      [
        when(!seesIncident(organisation, actor, incident) || !!isUnseen, 'not_found'),
        when(isUnfit(organisation, ownerId, action), 'invalid'),
      ],
      ({ id, version }) => {
        organisation.actions.push({ ...action, id, version });
      },
    ),
  };
};

const STEPS: Record<string, { from: readonly ActionState[]; to: ActionState }> = {
  start: { from: ['open'], to: 'in-progress' },
  finish: { from: ['open', 'in-progress'], to: 'done' },
  verify: { from: ['done'], to: 'verified' },
  cancel: { from: ['open', 'in-progress'], to: 'cancelled' },
  reopen: { from: ['done', 'verified', 'cancelled'], to: 'open' },
};
const TRANSITIONS = ['start', 'finish', 'verify', 'cancel', 'reopen'] as const;

export const moveAction: Deed = (organisation, actor, draw) => {
  const action = draw.of(organisation.actions);
  if (!action) return undefined;
  const transition = draw.of(TRANSITIONS)!;
  const { from, to } = STEPS[transition]!;
  const { ifMatch, isStale } = draw.basis(action.version);
  const note = 'The dashboard of checkout shows it.';
  return {
    operation: `actions.${transition}`,
    may: CONTRIBUTORS,
    ifMatch,
    isExclusive: true,
    send: ({ actions }, options) => actions[transition]({ id: action.id, note }, { context: options }),
    outcome: unless(
      [
        when(!seesAction(organisation, actor, action), 'not_found'),
        when(isStale || !from.includes(action.state), 'conflict'),
        when(transition === 'verify' && !action.isProvable, 'conflict'),
      ],
      () => {
        Object.assign(action, { state: to, version: action.version + 1 });
      },
    ),
  };
};

export const editAction: Deed = (organisation, actor, draw) => {
  const action = draw.of(organisation.actions);
  if (!action) return undefined;
  const title = draw.line();
  const ownerId = draw.once(2) ? (draw.of(organisation.people)?.id ?? null) : undefined;
  const dueOn = draw.of(DAYS)!;
  const { ifMatch, isStale } = draw.basis(action.version);
  return {
    operation: 'actions.edit',
    may: CONTRIBUTORS,
    ifMatch,
    isExclusive: true,
    send: ({ actions }, options) =>
      actions.edit(
        { id: action.id, title, dueOn, ...(ownerId !== undefined && { ownerId }) },
        { context: options },
      ),
    outcome: unless(
      [
        when(!seesAction(organisation, actor, action), 'not_found'),
        when(isStale, 'conflict'),
        when(ownerId !== undefined && isUnfit(organisation, ownerId, action), 'invalid'),
      ],
      ({ version }) => {
        Object.assign(action, {
          title,
          dueOn,
          version: action.version + 1,
          ...(ownerId !== undefined && { ownerId }),
        });
        expect(version).toBe(action.version);
      },
    ),
  };
};

export const editManyActions: Deed = (organisation, actor, draw) => {
  const chosen = draw.some(organisation.actions).slice(0, 4);
  if (chosen.length === 0) return undefined;
  const dueOn = draw.of(DAYS)!;
  const isStart = draw.once(3);
  const items = chosen.map(({ id, version }) => ({ id, version: draw.once(8) ? version + 1 : version }));
  const isPossible = chosen.every(
    (action, i) =>
      seesAction(organisation, actor, action) &&
      items[i]!.version === action.version &&
      (!isStart || action.state === 'open'),
  );
  return {
    operation: 'actions.editMany',
    may: CONTRIBUTORS,
    send: ({ actions }, options) =>
      actions.editMany(
        { items, dueOn, ...(isStart && { move: { transition: 'start', note: '' } }) },
        { context: options },
      ),
    // All or none.
    outcome: unless([when(!isPossible, 'conflict')], answer => {
      for (const action of chosen) {
        Object.assign(action, { dueOn, version: action.version + 1 });
        if (isStart) action.state = 'in-progress';
      }
      expect(answer.items.map(({ id, version }: Action) => [id, version])).toEqual(
        chosen.map(({ id, version }) => [id, version]),
      );
    }),
  };
};
