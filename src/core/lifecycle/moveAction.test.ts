import { expect, test } from 'vitest';
import { ACTION_NEEDS, ACTION_STATES, ACTION_TRANSITIONS, nextActionState } from './action.ts';
import { moveAction } from './moveAction.ts';

const plan = { kind: 'ci', fields: { repository: 'shop/ledger', test: 'pool' } } as const;
const action = { state: 'done', verification: plan, isByOwner: false } as const;

test('with a note that says something, the table alone decides', () => {
  for (const state of ACTION_STATES)
    for (const transition of ACTION_TRANSITIONS)
      expect(moveAction({ ...action, state }, transition, 'The run of Tuesday passed.')).toEqual(
        nextActionState(state, transition),
      );
});

test('what needs a reason or evidence is refused without', () => {
  for (const transition of ACTION_TRANSITIONS) {
    const state =
      transition === 'start' || transition === 'finish' || transition === 'cancel' ? 'open' : 'done';
    const step = moveAction({ ...action, state }, transition, 'n/a');
    expect('refused' in step).toBe(ACTION_NEEDS[transition] !== 'nothing');
  }
});

test('only what has a plan is verified, and never signed off by its owner', () => {
  const note = 'The drill of Tuesday passed.';
  expect(moveAction({ ...action, verification: null }, 'verify', note)).toHaveProperty('refused');
  const signOff = { kind: 'sign-off', fields: { evidence: 'the record of the drill' } } as const;
  expect(moveAction({ ...action, verification: signOff, isByOwner: true }, 'verify', note)).toHaveProperty(
    'refused',
  );
  expect(moveAction({ ...action, verification: signOff }, 'verify', note)).toEqual({ state: 'verified' });
  expect(moveAction({ ...action, isByOwner: true }, 'verify', note)).toEqual({ state: 'verified' });
});
