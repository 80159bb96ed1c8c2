import { expect, test } from 'vitest';
import type { Proposal } from './action.ts';
import { changedFields, toFields, valuesOf } from './actionValues.ts';

const PROPOSAL: Proposal = {
  title: 'Refuse orders when the payment queue is full',
  kind: 'prevent',
  because: 'The queue grew for nine minutes before anybody saw it.',
  verification: { kind: 'promql', fields: { query: 'queue_depth < 100', days: 14 } },
  remarks: [],
  isTaken: false,
};

test('a proposal becomes the fields that add it', () => {
  expect(toFields(valuesOf(PROPOSAL))).toMatchObject({
    title: PROPOSAL.title,
    description: PROPOSAL.because,
    verification: PROPOSAL.verification,
    ownerId: null,
    dueOn: null,
    priorityOverride: null,
  });
});

test('only what was changed is sent', () => {
  const before = valuesOf(PROPOSAL);
  expect(changedFields(before, before)).toEqual({});
  expect(changedFields(before, { ...before, dueOn: '2026-03-02' })).toEqual({ dueOn: '2026-03-02' });
});

test('a plan keeps to the fields of its way, numbers as numbers, empty ones left out', () => {
  const values = { ...valuesOf(PROPOSAL), way: 'canary' as const };
  const planFields = { ...values.planFields, service: 'ts-order', hours: '24', condition: '  ' };
  expect(toFields({ ...values, planFields }).verification).toEqual({
    kind: 'canary',
    fields: { service: 'ts-order', hours: 24 },
  });
});
