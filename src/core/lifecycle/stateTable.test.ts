import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ACTION_NEEDS,
  ACTION_STATES,
  ACTION_TABLE,
  ACTION_TRANSITIONS,
  isSettled,
  nextActionState,
} from './action.ts';
import { INCIDENT_STATES, INCIDENT_TABLE, INCIDENT_TRANSITIONS, nextIncidentState } from './incident.ts';
import {
  nextPostmortemState,
  POSTMORTEM_STATES,
  POSTMORTEM_TABLE,
  POSTMORTEM_TRANSITIONS,
} from './postmortem.ts';
import { offeredTransitions, type StateTable, type Step } from './stateTable.ts';

interface Machine {
  noun: string;
  states: readonly string[];
  transitions: readonly string[];
  table: StateTable<string, string>;
  next: (state: string, transition: string) => Step<string>;
}

const MACHINES: Machine[] = [
  {
    noun: 'incident',
    states: INCIDENT_STATES,
    transitions: INCIDENT_TRANSITIONS,
    table: INCIDENT_TABLE,
    next: nextIncidentState as Machine['next'],
  },
  {
    noun: 'postmortem',
    states: POSTMORTEM_STATES,
    transitions: POSTMORTEM_TRANSITIONS,
    table: POSTMORTEM_TABLE,
    next: nextPostmortemState as Machine['next'],
  },
  {
    noun: 'action',
    states: ACTION_STATES,
    transitions: ACTION_TRANSITIONS,
    table: ACTION_TABLE,
    next: nextActionState as Machine['next'],
  },
];

describe.each(MACHINES)('the table of the $noun', ({ states, transitions, table, next }) => {
  test('has an entry for every state and transition, and no other', () => {
    expect(Object.keys(table).sort()).toEqual([...states].sort());
    for (const state of states) expect(Object.keys(table[state]!).sort()).toEqual([...transitions].sort());
  });

  test('never leaves its states, whatever is asked of it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...transitions), { maxLength: 40 }), asked => {
        let state = states[0]!;
        for (const transition of asked) {
          const step = next(state, transition);
          if ('state' in step) state = step.state;
          expect(states).toContain(state);
        }
      }),
    );
  });

  test('reaches every state from the first, and has no dead end', () => {
    const reached = new Set([states[0]!]);
    for (const state of reached)
      for (const step of Object.values(table[state]!)) if ('state' in step) reached.add(step.state);
    expect([...reached].sort()).toEqual([...states].sort());
    for (const state of states) expect(offeredTransitions(table, state)).not.toEqual([]);
  });

  test('says with every refusal what is the case and what to do', () => {
    const refusals = states.flatMap(state => Object.values(table[state]!)).filter(step => 'refused' in step);
    for (const { refused } of refusals) {
      expect(refused).toMatch(/^[A-Z].*[.]$/);
      expect(refused).toMatch(
        /\b(?:acknowledge|mitigate|restore|close|reopen|edit|go on|finish|revise|run|verify|cancel)\b/i,
      );
    }
  });

  test('never leads from a state to itself', () => {
    for (const state of states)
      for (const step of Object.values(table[state]!))
        if ('state' in step) expect(step.state).not.toBe(state);
  });

  test('offers what it allows', () => {
    for (const state of states)
      expect(offeredTransitions(table, state)).toEqual(
        Object.keys(table[state]!).filter(transition => 'state' in next(state, transition)),
      );
  });
});

test('an incident is closed from restored only', () => {
  const closable = INCIDENT_STATES.filter(state => 'state' in nextIncidentState(state, 'close'));
  expect(closable).toEqual(['restored']);
});

test('only what is done becomes verified, and what is verified can only be reopened', () => {
  const sources = ACTION_STATES.filter(state => 'state' in nextActionState(state, 'verify'));
  expect(sources).toEqual(['done']);
  expect(offeredTransitions(ACTION_TABLE, 'verified')).toEqual(['reopen']);
});

test('an action that is settled needs a reason to be taken up again', () => {
  for (const state of ACTION_STATES.filter(isSettled))
    expect(offeredTransitions(ACTION_TABLE, state).map(transition => ACTION_NEEDS[transition])).toEqual([
      'reason',
    ]);
});
