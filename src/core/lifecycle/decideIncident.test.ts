import { expect, test } from 'vitest';
import { decideIncident, type Judged } from './decideIncident.ts';
import { factsOfIncident } from './factsOfIncident.ts';

const plain = { severity: 'sev3', layer: null, causeClass: null, useCase: null, impact: [] } as const;
const judge = (more: Partial<Judged>) =>
  decideIncident({ incident: plain, answers: {}, similar: [], override: null, ...more });

test.each([
  ['nothing', {}, { severe: false }],
  ['a grave severity', { severity: 'sev2' }, { severe: true }],
  ['a layer of security', { layer: 'L9' }, { severe: false, securitySensitive: true }],
  [
    'customers',
    { impact: [{ measure: 'customersAffected', value: 3 }] },
    { severe: false, customerFacing: true, harmless: false },
  ],
  [
    'no customers',
    { impact: [{ measure: 'customersAffected', value: 0 }] },
    { severe: false, customerFacing: false },
  ],
  [
    'failed requests',
    { impact: [{ measure: 'requestsFailed', value: 9 }] },
    { severe: false, harmless: false },
  ],
] as const)('%s settles what it says, and nothing else', (_, more, facts) => {
  expect(factsOfIncident({ ...plain, ...more }, {})).toEqual(facts);
});

test('an answer goes before what the incident says, but severity is not a matter of answers', () => {
  const facts = factsOfIncident(
    { ...plain, layer: 'L9', severity: 'sev1' },
    { securitySensitive: false, severe: false },
  );
  expect(facts).toEqual({ securitySensitive: false, severe: true });
});

test('an incident that resembles an earlier one is a repetition, unless somebody says that it is not', () => {
  const similar = [{ number: 7, title: 'Nodes churn' }];
  expect(judge({ similar }).decision).toMatchObject({ kind: 'full', priority: 'high' });
  expect(judge({ similar, answers: { repeatedWithin30Days: false } }).decision.kind).toBe('undecided');
  expect(judge({}).facts.repeatedWithin30Days).toBe(false);
});

test('an override decides, and what was computed stays beside it', () => {
  const override = { kind: 'full', note: 'The board asked for it.', by: 'Ada', at: 0 } as const;
  const { decision } = judge({ answers: { autoResolved: true, harmless: true }, override });
  expect(decision).toMatchObject({ kind: 'full', computed: 'none', overridden: override });
});
