import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEADLINES, judgeDeadlines } from './deadlines.ts';

const HOUR = 3_600_000_000;
const nothing = { owner: null, draft: null };

test('an owner is due a day after the declaration, a draft three days after service is back', () => {
  const judged = judgeDeadlines({ declaredAt: 0, restoredAt: 2 * HOUR, done: nothing, now: 24 * HOUR });
  expect(judged.owner).toEqual({ dueAt: 24 * HOUR, doneAt: null, state: 'pending' });
  expect(judged.draft).toEqual({ dueAt: 74 * HOUR, doneAt: null, state: 'pending' });
  const later = judgeDeadlines({ declaredAt: 0, restoredAt: 2 * HOUR, done: nothing, now: 24 * HOUR + 1 });
  expect([later.owner.state, later.draft.state]).toEqual(['overdue', 'pending']);
});

test('while service is not back no draft is due', () => {
  const { draft } = judgeDeadlines({ declaredAt: 0, restoredAt: null, done: nothing, now: 1e6 * HOUR });
  expect(draft).toEqual({ dueAt: null, doneAt: null, state: 'pending' });
});

test('what was done stays met or late, whatever the time is', () => {
  const instant = fc.integer({ min: 0, max: 200 * HOUR });
  fc.assert(
    fc.property(instant, instant, (doneAt, now) => {
      const done = { owner: doneAt, draft: null };
      const { owner } = judgeDeadlines({ declaredAt: 0, restoredAt: null, done, now });
      expect(owner.state).toBe(doneAt <= DEADLINES.owner.after ? 'met' : 'late');
    }),
  );
});
