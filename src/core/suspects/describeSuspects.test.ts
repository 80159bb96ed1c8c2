import { expect, test } from 'vitest';
import { describeSuspects } from './describeSuspects.ts';

test('a ranking reads as paragraphs, and says what could not be judged', () => {
  const text = describeSuspects({
    suspects: [
      {
        rank: 1,
        service: 'cart',
        component: 'cart-7d9f-x2x',
        kind: 'cpu',
        score: 0.912,
        reason: 'cart: a shortage of CPU is likely, because cpu rose to 99.',
        signals: [{ from: 'metric', text: 'cpu rose to 99', score: 0.9, evidence: [] }],
        from: null,
      },
    ],
    notes: ['No traces.'],
  });
  expect(text).toBe(
    [
      '1. cart (cart-7d9f-x2x)  cpu  0.91',
      '   cart: a shortage of CPU is likely, because cpu rose to 99.',
      '   0.90 metric cpu rose to 99',
      '',
      'Note: No traces.',
      '',
    ].join('\n'),
  );
});

test('nothing found is said', () => {
  expect(describeSuspects({ suspects: [], notes: [] })).toBe('Nothing in these records stands out.\n');
});
